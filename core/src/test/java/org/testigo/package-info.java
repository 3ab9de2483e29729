/// What all tests share. Start with [Corpus].
@NullMarked
package org.testigo;

import org.jspecify.annotations.NullMarked;
