package org.testigo.formats.x509;

/// A place in the bytes of a certificate, tag and length included.
///
/// @param offsetBytes from the start of the certificate
public record Span(int offsetBytes, int lengthBytes) {
  /// Behind its last byte.
  public int endBytes() {
    return offsetBytes + lengthBytes;
  }
}
