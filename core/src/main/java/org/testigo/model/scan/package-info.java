/// The nouns of scan data: what a scan of the Internet recorded of an address ([ScanRecord]), and
/// what a fingerprint recognised in it ([Sighting]). No input or output, no dependency.
///
/// Start with [ScanRecord].
@NullMarked
package org.testigo.model.scan;

import org.jspecify.annotations.NullMarked;
