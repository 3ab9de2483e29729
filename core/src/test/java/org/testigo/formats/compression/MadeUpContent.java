package org.testigo.formats.compression;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Bytes to compress, of the kinds that lead a compressor different ways; always the same.
final class MadeUpContent {
  private MadeUpContent() {}

  /// Lines as a scan writes them: words come again and again, numbers do not.
  static byte[] lines(int size) {
    var random = new Random(7);
    var text = new StringBuilder(size + 200);
    while (text.length() < size) {
      text.append("{\"host\":\"192.0.2.").append(random.nextInt(256)).append("\",\"data\":\"");
      for (int i = random.nextInt(40); i > 0; i--)
        text.append(Long.toString(random.nextInt(3000) * 7919L, 36)).append(' ');
      text.append("\",\"port\":").append(random.nextInt(65536)).append("}\n");
    }
    return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), size);
  }

  static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(11).nextBytes(bytes);
    return bytes;
  }

  static byte[] zeros(int size) {
    return new byte[size];
  }

  /// Short periods of every length, which repetitions that overlap themselves write.
  static byte[] periods(int size) {
    var random = new Random(13);
    byte[] bytes = new byte[size];
    for (int at = 0; at < size; ) {
      int period = 1 + random.nextInt(40);
      int end = Math.min(size, at + 50 + random.nextInt(3000));
      int start = at;
      for (; at < end; at++)
        bytes[at] = at - start < period ? (byte) random.nextInt(256) : bytes[at - period];
    }
    return bytes;
  }
}
