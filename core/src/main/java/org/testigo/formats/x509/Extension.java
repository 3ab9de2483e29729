package org.testigo.formats.x509;

/// An extension as it lies in a certificate.
///
/// @param span the whole extension
/// @param value its value, within the string that wraps it
public record Extension(String oid, boolean isCritical, Span span, Span value) {
  static final String SUBJECT_KEY = "2.5.29.14";
  static final String KEY_USAGE = "2.5.29.15";
  static final String ALTERNATIVE_NAMES = "2.5.29.17";
  static final String BASIC_CONSTRAINTS = "2.5.29.19";
  static final String AUTHORITY_KEY = "2.5.29.35";
  static final String EXTENDED_KEY_USAGE = "2.5.29.37";

  /// Layout: type, critical (may lack: no), a string of bytes.
  static Extension read(Der items) {
    var parts = items.read(Der.SEQUENCE, "an extension").inside();
    Span span = items.span();
    parts.read(Der.OID, "the type of an extension");
    String oid = Oid.text(parts.bytes, parts.content, parts.end);
    boolean isCritical = false;
    if (parts.peek() == Der.BOOLEAN) {
      parts.read("whether an extension is critical");
      isCritical = parts.contentLength() > 0 && parts.bytes[parts.content] != 0;
    }
    parts.read(Der.OCTET_STRING, "the value of an extension");
    return new Extension(oid, isCritical, span, new Span(parts.content, parts.contentLength()));
  }
}
