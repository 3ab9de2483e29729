package org.testigo.scans;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Which bytes a JSON text stands for.
///
/// What is written as itself is taken byte for byte, UTF-8 or not. An escape by number, alone or as
/// a pair, becomes the UTF-8 of its character. Half a pair that stands alone has no UTF-8: U+DC80
/// to U+DCFF become the bytes 0x80 to 0xff, which is how Python writes a byte that it could not
/// decode (PEP 383, `surrogateescape`); the others become three bytes in the scheme of UTF-8, so
/// that nothing is lost.
final class JsonText {
  private JsonText() {}

  static byte[] bytes(Json.Text text) {
    if (!text.isEscaped()) return Arrays.copyOfRange(text.line(), text.from(), text.to());
    return unescaped(text.line(), text.from(), text.to());
  }

  /// The reader has checked every escape.
  private static byte[] unescaped(byte[] line, int from, int to) {
    var out = new ByteArrayOutputStream(to - from);
    int at = from;
    while (at < to) {
      if (line[at] != '\\') {
        int start = at;
        while (at < to && line[at] != '\\') at++;
        out.write(line, start, at - start);
      } else if (line[at + 1] == 'u') {
        at += writeUnicode(line, at, to, out);
      } else {
        out.write(named(line[at + 1]));
        at += 2;
      }
    }
    return out.toByteArray();
  }

  private static int named(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }

  /// Writes one character and gives how many bytes of the line it took.
  private static int writeUnicode(byte[] line, int at, int to, ByteArrayOutputStream out) {
    char first = unit(line, at);
    boolean mayBePair = Character.isHighSurrogate(first) && at + 12 <= to;
    if (mayBePair && line[at + 6] == '\\' && line[at + 7] == 'u') {
      char second = unit(line, at + 6);
      if (Character.isLowSurrogate(second)) {
        writeUtf8(Character.toCodePoint(first, second), out);
        return 12;
      }
    }
    if (first >= 0xdc80 && first <= 0xdcff) out.write(first - 0xdc00);
    else writeUtf8(first, out);
    return 6;
  }

  private static char unit(byte[] line, int at) {
    int value = 0;
    for (int i = at + 2; i < at + 6; i++) value = value << 4 | Character.digit(line[i], 16);
    return (char) value;
  }

  private static void writeUtf8(int point, ByteArrayOutputStream out) {
    if (point < 0x80) {
      out.write(point);
    } else if (point < 0x800) {
      out.write(0xc0 | point >> 6);
      out.write(0x80 | point & 0x3f);
    } else if (point < 0x10000) {
      out.write(0xe0 | point >> 12);
      out.write(0x80 | point >> 6 & 0x3f);
      out.write(0x80 | point & 0x3f);
    } else {
      out.write(0xf0 | point >> 18);
      out.write(0x80 | point >> 12 & 0x3f);
      out.write(0x80 | point >> 6 & 0x3f);
      out.write(0x80 | point & 0x3f);
    }
  }
}
