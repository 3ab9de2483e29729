/// Reads what a TLS server sends in the clear: the records of RFC 5246 and the handshake messages
/// in them.
///
/// Start with [ServerCertificates].
@NullMarked
package org.testigo.formats.tls;

import org.jspecify.annotations.NullMarked;
