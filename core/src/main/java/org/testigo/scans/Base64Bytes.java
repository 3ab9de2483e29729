package org.testigo.scans;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.testigo.model.MalformedException;

/// Base64 as scan data writes it: with or without padding, with or without line breaks (RFC 4648,
/// RFC 2045).
final class Base64Bytes {
  private Base64Bytes() {}

  /// @param what the value is called in the sentence of a failure
  /// @throws MalformedException for any other character and for a length that no bytes have
  static byte[] of(Json.Text text, String what) {
    if (!text.isEscaped()) return of(text.line(), text.from(), text.to(), what);
    byte[] bytes = text.bytes();
    return of(bytes, 0, bytes.length, what);
  }

  static byte[] of(byte[] bytes, int from, int to, String what) {
    try {
      return decoded(bytes, from, to);
    } catch (IllegalArgumentException inOnePiece) {
      byte[] joined = withoutBreaks(bytes, from, to);
      try {
        return decoded(joined, 0, joined.length);
      } catch (IllegalArgumentException e) {
        throw new MalformedException(
            -1, "%s is not base64: %s".formatted(what, String.valueOf(e.getMessage())));
      }
    }
  }

  private static byte[] decoded(byte[] bytes, int from, int to) {
    ByteBuffer out = Base64.getDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
    byte[] array = out.array();
    return out.remaining() == array.length ? array : Arrays.copyOf(array, out.remaining());
  }

  private static byte[] withoutBreaks(byte[] bytes, int from, int to) {
    var joined = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] != '\n' && bytes[i] != '\r') joined[length++] = bytes[i];
    }
    return Arrays.copyOf(joined, length);
  }
}
