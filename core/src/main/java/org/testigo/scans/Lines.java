package org.testigo.scans;

/// The edges of a line.
final class Lines {
  private Lines() {}

  /// Behind a byte order mark, where one stands at the beginning.
  static int behindMark(byte[] bytes, int from, int to) {
    boolean marked =
        to - from >= 3
            && bytes[from] == (byte) 0xef
            && bytes[from + 1] == (byte) 0xbb
            && bytes[from + 2] == (byte) 0xbf;
    return marked ? from + 3 : from;
  }

  /// Whether a line begins and ends as a JSON object does, but for spaces around it.
  static boolean isObject(byte[] bytes, int from, int to) {
    int first = behindSpace(bytes, behindMark(bytes, from, to), to);
    int last = beforeSpace(bytes, first, to) - 1;
    return last > first && bytes[first] == '{' && bytes[last] == '}';
  }

  /// Whether there is nothing but spaces.
  static boolean isBlank(byte[] bytes, int from, int to) {
    return behindSpace(bytes, from, to) == to;
  }

  static boolean has(byte[] bytes, int from, int to, char wanted) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) return true;
    }
    return false;
  }

  static int behindSpace(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isSpace(bytes[at])) at++;
    return at;
  }

  static int beforeSpace(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && isSpace(bytes[end - 1])) end--;
    return end;
  }

  private static boolean isSpace(int b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
