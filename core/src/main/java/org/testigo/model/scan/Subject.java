package org.testigo.model.scan;

/// What a fingerprint looks at.
public enum Subject {
  /// The bytes that a port answered.
  ANSWER,
  /// A certificate, alone or at its place in a chain.
  CERTIFICATE,
  /// A fingerprint that the scanner computed.
  IMPORTED,
  /// A name of the Domain Name System.
  NAME
}
