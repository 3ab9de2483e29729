package org.testigo.scans;

import org.testigo.model.scan.Subject;

/// How a subject stands in the bytes of a format.
public record Carriage(Subject subject, Spelling spelling) {

  /// How bytes are written.
  public enum Spelling {
    /// As they are.
    RAW,
    /// As the characters of a JSON string, in any legal spelling.
    JSON_TEXT,
    /// As base64 without line breaks, in a JSON string or a field of a table.
    BASE64,
    /// As base64 with line breaks: no literal can be searched for, the line is decoded where it
    /// holds the beginning of a certificate.
    PEM,
    /// As pairs of hexadecimal digits of either case.
    HEX,
    /// As `=0d=0a`, in the way of the Internet Census.
    QUOTED_PRINTABLE,
    /// In parts or by name only, such as header fields of a map: no literal can be searched for.
    APART
  }
}
