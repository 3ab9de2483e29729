package org.testigo.artifacts.ios;

/// Tells whether a payload can hold something, without decoding it.
final class ByteSearch {
  private ByteSearch() {}

  static boolean contains(byte[] bytes, byte[] wanted) {
    return indexOf(bytes, wanted) >= 0;
  }

  /// Of the first place where all wanted bytes stand; -1 where there is none.
  static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == wanted[0] && isAt(bytes, i, wanted)) return i;
    }
    return -1;
  }

  private static boolean isAt(byte[] bytes, int at, byte[] wanted) {
    for (int j = 1; j < wanted.length; j++) {
      if (bytes[at + j] != wanted[j]) return false;
    }
    return true;
  }
}
