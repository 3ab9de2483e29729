@NullMarked
package org.testigo.formats.tls;

import org.jspecify.annotations.NullMarked;
