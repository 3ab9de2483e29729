/// Tests of the typed stream reader. Start with [TypedStreamTest].
@NullMarked
package org.testigo.formats.typedstream;

import org.jspecify.annotations.NullMarked;
