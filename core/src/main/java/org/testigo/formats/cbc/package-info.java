/// AES-CBC that is decrypted where it is read, never as a whole. Start with [CbcSource].
///
/// Follows NIST SP 800-38A (CBC) and RFC 5652 section 6.3 (padding).
@NullMarked
package org.testigo.formats.cbc;

import org.jspecify.annotations.NullMarked;
