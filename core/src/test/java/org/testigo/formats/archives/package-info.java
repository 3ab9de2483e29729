@NullMarked
package org.testigo.formats.archives;

import org.jspecify.annotations.NullMarked;
