package org.testigo.scans;

/// A piece of the evidence in a sentence: between quotes, without control characters, cut where it
/// is long.
final class Quoted {
  private static final int MAX_CHARACTERS = 60;

  private Quoted() {}

  static String of(String met) {
    var text = new StringBuilder("'");
    int length = Math.min(met.length(), MAX_CHARACTERS);
    for (int i = 0; i < length; i++) {
      char c = met.charAt(i);
      text.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return text.append(met.length() > length ? "…'" : "'").toString();
  }
}
