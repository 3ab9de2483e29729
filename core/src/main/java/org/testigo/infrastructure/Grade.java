package org.testigo.infrastructure;

import java.util.Locale;

/// How well a recognition is founded, the best first.
public enum Grade {
  /// Two fingerprints that do not depend on each other agree.
  AGREEING,
  /// One fingerprint, and a certificate that another recognised address shows, too.
  CORROBORATED,
  /// One fingerprint, at two times or more.
  REPEATED,
  /// One fingerprint, once. Known rules fire falsely on random names: never rest anything on it.
  SINGLE;

  /// The word that stands in outputs.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
