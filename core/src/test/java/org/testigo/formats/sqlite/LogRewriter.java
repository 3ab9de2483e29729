package org.testigo.formats.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Turns a log made on a little-endian machine into one of a big-endian machine.
final class LogRewriter {
  private LogRewriter() {}

  static void toBigEndian(Path log) throws IOException {
    if (!Files.exists(log) || Files.size(log) < 32) return;
    byte[] bytes = Files.readAllBytes(log);
    bytes[3] = (byte) 0x83;
    long[] sums = {0, 0};
    add(bytes, 0, 24, sums);
    store(bytes, 24, sums);
    int pageSize = BigEndian.signedInt(bytes, 8);
    for (int at = 32; at + 24 + pageSize <= bytes.length; at += 24 + pageSize) {
      // Frames left over from before the last checkpoint have other salts and stay as they are.
      if (BigEndian.signedLong(bytes, at + 8) != BigEndian.signedLong(bytes, 16)) break;
      add(bytes, at, 8, sums);
      add(bytes, at + 24, pageSize, sums);
      store(bytes, at + 16, sums);
    }
    Files.write(log, bytes);
  }

  private static void add(byte[] bytes, int from, int length, long[] sums) {
    for (int at = from; at < from + length; at += 8) {
      sums[0] = (sums[0] + BigEndian.unsignedInt(bytes, at) + sums[1]) & 0xffff_ffffL;
      sums[1] = (sums[1] + BigEndian.unsignedInt(bytes, at + 4) + sums[0]) & 0xffff_ffffL;
    }
  }

  private static void store(byte[] bytes, int at, long[] sums) {
    for (int i = 0; i < 8; i++) bytes[at + i] = (byte) (sums[i / 4] >>> (24 - 8 * (i % 4)));
  }
}
