package org.testigo.model;

/// A part of the evidence that could not be read: where, why, and one sentence with the value met
/// and the value expected.
public record Unreadable(Source source, Reason reason, String detail) implements Reading {

  /// Why it could not be read.
  public enum Reason {
    /// The bytes do not follow the format.
    MALFORMED,
    /// A limit with a name stopped the reading.
    LIMIT,
    /// The content list names the file, and it is not there.
    MISSING,
    /// The key that would decrypt it is missing or does not fit.
    KEY,
    /// A version or layout that the reader does not know.
    UNSUPPORTED,
    /// The medium did not give the bytes.
    IO,
    /// A mistake of Testigo's own, told apart from damage of the evidence.
    INTERNAL
  }
}
