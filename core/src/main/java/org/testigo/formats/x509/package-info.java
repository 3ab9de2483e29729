/// X.509 certificates as they are, also wrong ones: what a server really sent, with the place of
/// each field in its bytes. Start with [Certificate]; [Pem] finds certificates in text, [Chain]
/// puts them in order, [Signatures] verifies.
///
/// A reader of our own, since scan data holds hundreds of thousands of certificates, many of them
/// with ASN.1 that `java.security` refuses, and a fingerprint is often just such an oddity.
/// Building one only finds the fields; names and extensions are decoded when asked for.
///
/// Follows ITU-T X.690 (DER) as far as lengths go, and RFC 5280 for what lies where.
@NullMarked
package org.testigo.formats.x509;

import org.jspecify.annotations.NullMarked;
