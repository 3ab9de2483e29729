/// Bytes with random access, wherever they lie. Start with [ByteSource].
@NullMarked
package org.testigo.formats.bytes;

import org.jspecify.annotations.NullMarked;
