@NullMarked
package org.testigo.formats.dns;

import org.jspecify.annotations.NullMarked;
