@NullMarked
package org.testigo.formats.quic;

import org.jspecify.annotations.NullMarked;
