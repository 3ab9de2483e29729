/// Tests of the compressed streams, against what the usual writers write, and against damage.
@NullMarked
package org.testigo.formats.compression;

import org.jspecify.annotations.NullMarked;
