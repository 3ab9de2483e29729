package org.testigo.scans;

import java.io.ByteArrayOutputStream;
import org.testigo.model.MalformedException;

/// The way in which the Internet Census writes bytes: as they are, or as `=` and two hexadecimal
/// digits. Like quoted-printable, but there are no soft line breaks.
final class CensusText {
  private CensusText() {}

  static byte[] bytes(byte[] line, int from, int to) {
    var out = new ByteArrayOutputStream(to - from);
    for (int at = from; at < to; at++) {
      if (line[at] == '=') {
        out.write(escaped(line, at, to));
        at += 2;
      } else {
        out.write(line[at]);
      }
    }
    return out.toByteArray();
  }

  private static int escaped(byte[] line, int at, int to) {
    int high = at + 2 < to ? Character.digit(line[at + 1], 16) : -1;
    int low = at + 2 < to ? Character.digit(line[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw new MalformedException(-1, "'=' without two hexadecimal digits behind it");
    }
    return high << 4 | low;
  }
}
