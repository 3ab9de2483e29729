package org.testigo.scanning;

/// Tells mistakes of our own apart from damage of the data.
final class Mistakes {
  private Mistakes() {}

  static String describe(RuntimeException mistake) {
    var trace = mistake.getStackTrace();
    var at = trace.length == 0 ? "" : " at " + trace[0];
    return mistake.getClass().getSimpleName() + ": " + mistake.getMessage() + at;
  }
}
