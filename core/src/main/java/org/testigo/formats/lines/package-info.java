/// Texts of lines, read as a stream. Start with [LineReader].
@NullMarked
package org.testigo.formats.lines;

import org.jspecify.annotations.NullMarked;
