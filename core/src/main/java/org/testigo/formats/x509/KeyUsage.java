package org.testigo.formats.x509;

/// What a key may be used for; the order is that of the bits.
public enum KeyUsage {
  DIGITAL_SIGNATURE,
  NON_REPUDIATION,
  KEY_ENCIPHERMENT,
  DATA_ENCIPHERMENT,
  KEY_AGREEMENT,
  CERTIFICATE_SIGNING,
  REVOCATION_LIST_SIGNING,
  ENCIPHER_ONLY,
  DECIPHER_ONLY
}
