package org.testigo.model.scan;

/// Bytes that must stand in a subject for one of the rules to match: what the first, cheap look
/// searches for.
///
/// @param bytes as they stand on the wire, before any spelling of a file format
public record Literal(Subject subject, Bytes bytes) {
  public Literal {
    if (bytes.length() == 0) throw new IllegalArgumentException("an empty literal is everywhere");
  }
}
