package org.testigo.formats.compression;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.testigo.model.MalformedException;

/// What is compared behind each block of an xz stream: nothing (0), CRC-32 (1), CRC-64 (4) or
/// SHA-256 (10).
sealed interface XzCheck {
  /// The same kind of check with nothing counted yet.
  XzCheck fresh();

  void update(byte[] bytes, int from, int length);

  /// What it gives, as it lies in the stream.
  byte[] value();

  /// @param flags of the stream: 0, then the kind
  static XzCheck of(int flags, long offset) {
    return switch (flags) {
      case 0x000 -> new None();
      case 0x100 -> new Crc32();
      case 0x400 -> new Crc64();
      case 0xa00 -> new Sha256();
      default ->
          throw new MalformedException(
              offset,
              "xz stream flags 0x%04x, expected a check that is known: 0x0000, 0x0100, 0x0400 or 0x0a00"
                  .formatted(flags));
    };
  }

  /// Reads what is noted and compares it.
  default void compare(PackedInput input) throws IOException {
    byte[] found = value();
    long start = input.offset();
    input.need(found.length, "the check of an xz block");
    byte[] noted = input.head(found.length);
    if (!Arrays.equals(found, noted)) {
      throw new MalformedException(
          start,
          "the xz block before here has check %s, %s is noted"
              .formatted(HexFormat.of().formatHex(found), HexFormat.of().formatHex(noted)));
    }
    input.position += found.length;
  }

  /// No check at all.
  record None() implements XzCheck {
    @Override
    public XzCheck fresh() {
      return this;
    }

    @Override
    public void update(byte[] bytes, int from, int length) {}

    @Override
    public byte[] value() {
      return new byte[0];
    }
  }

  /// The CRC-32 of IEEE 802.3.
  record Crc32(CRC32 crc) implements XzCheck {
    Crc32() {
      this(new CRC32());
    }

    @Override
    public XzCheck fresh() {
      return new Crc32();
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
      crc.update(bytes, from, length);
    }

    @Override
    public byte[] value() {
      byte[] value = new byte[4];
      PackedInput.INT.set(value, 0, (int) crc.getValue());
      return value;
    }
  }

  /// The CRC-64 of ECMA-182, from the lowest bit on.
  final class Crc64 implements XzCheck {
    private static final long POLYNOMIAL = 0xc96c5795d7870f42L;
    private static final long[] TABLE = table();

    private long crc = -1;

    private static long[] table() {
      var table = new long[256];
      for (int i = 0; i < 256; i++) {
        long value = i;
        for (int bit = 0; bit < 8; bit++) value = value >>> 1 ^ ((value & 1) != 0 ? POLYNOMIAL : 0);
        table[i] = value;
      }
      return table;
    }

    @Override
    public XzCheck fresh() {
      return new Crc64();
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
      long value = crc;
      for (int i = from; i < from + length; i++)
        value = TABLE[(int) (value ^ bytes[i]) & 0xff] ^ value >>> 8;
      crc = value;
    }

    @Override
    public byte[] value() {
      byte[] value = new byte[8];
      PackedInput.LONG.set(value, 0, ~crc);
      return value;
    }
  }

  /// SHA-256.
  record Sha256(MessageDigest digest) implements XzCheck {
    Sha256() {
      this(newDigest());
    }

    private static MessageDigest newDigest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }

    @Override
    public XzCheck fresh() {
      return new Sha256();
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
      digest.update(bytes, from, length);
    }

    @Override
    public byte[] value() {
      return digest.digest();
    }
  }
}
