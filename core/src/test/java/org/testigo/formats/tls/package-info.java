/// Tests of the reader of TLS handshakes.
@NullMarked
package org.testigo.formats.tls;

import org.jspecify.annotations.NullMarked;
