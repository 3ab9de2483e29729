package org.testigo.indicators.names;

/// The characters that end a name or an address wherever they stand: white space, controls and
/// quotes. Brackets, commas and full stops may be part of an address and are trimmed later.
final class TextBreak {
  private static final boolean[] ASCII = new boolean[128];

  static {
    for (char c = 0; c <= ' '; c++) ASCII[c] = true;
    for (char c : "\"'<>`|{}^\u007f".toCharArray()) ASCII[c] = true;
  }

  private TextBreak() {}

  static boolean isBreak(char c) {
    return c < 128 ? ASCII[c] : isWideBreak(c);
  }

  private static boolean isWideBreak(char c) {
    return switch (c) {
      case '\u0085',
          '\u00a0',
          '\u00a1',
          '\u00ab',
          '\u00bb',
          '\u00bf',
          '\u2028',
          '\u2029',
          '\u3000',
          '\ufffd' ->
          true;
      default ->
          c < '\u00a0'
              || c >= '\u2000' && c <= '\u200a'
              || c >= '\u2010' && c <= '\u2027'
              || c >= '\u202f' && c <= '\u205f'
              || c >= '\u3001' && c <= '\u301f' && c != '\u3002';
    };
  }
}
