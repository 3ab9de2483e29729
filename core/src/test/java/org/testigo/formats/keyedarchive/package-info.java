/// Tests of the keyed archive reader. Start with [KeyedArchiveTest].
@NullMarked
package org.testigo.formats.keyedarchive;

import org.jspecify.annotations.NullMarked;
