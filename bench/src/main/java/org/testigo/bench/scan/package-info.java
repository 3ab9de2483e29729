/// The benchmark `trace-scan`: how fast scan data is searched, and whether all that was planted is
/// found. Start with [TraceScan].
@NullMarked
package org.testigo.bench.scan;

import org.jspecify.annotations.NullMarked;
