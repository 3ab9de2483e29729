package org.testigo.formats.compression;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// How bytes are compressed, told from their first bytes and never from a name.
public enum Compression {
  NONE(0),
  /// One member or many, as pigz and bgzip write them.
  GZIP(3, 0x1f, 0x8b, 0x08),
  /// One frame or many, with skippable frames before, between and after.
  ZSTD(4, 0x28, 0xb5, 0x2f, 0xfd),
  XZ(6, 0xfd, '7', 'z', 'X', 'Z', 0x00),
  /// One stream or many, as pbzip2 writes them.
  BZIP2(3, 'B', 'Z', 'h'),
  /// The frame format, not its legacy form.
  LZ4(4, 0x04, 0x22, 0x4d, 0x18);

  /// The most that [#recognise] looks at.
  public static final int HEAD_BYTES = 10;

  private static final int BLOCK_MARK_AT = 4;
  private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
  private static final byte[] BZIP2_END = {0x17, 0x72, 0x45, 0x38, 0x50, (byte) 0x90};

  private final int headBytes;

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
  private final int[] magic;

  Compression(int headBytes, int... magic) {
    this.headBytes = headBytes;
    this.magic = magic;
  }

  /// What bytes are compressed with, from their first [#HEAD_BYTES] (or fewer, when there are no
  /// more).
  ///
  /// A text may begin with `BZh`: it is taken for bzip2 only with the mark of a block behind it.
  public static Compression recognise(byte[] head) {
    if (ZstdStream.isSkippableFrame(head)) return ZSTD;
    for (Compression each : values()) if (each != NONE && each.begins(head)) return each;
    return NONE;
  }

  private boolean begins(byte[] head) {
    if (head.length < headBytes) return false;
    for (int i = 0; i < headBytes; i++) if ((head[i] & 0xff) != magic[i]) return false;
    return this != BZIP2 || isBzip2(head);
  }

  private static boolean isBzip2(byte[] head) {
    if (head.length < HEAD_BYTES) return false;
    byte[] mark = Arrays.copyOfRange(head, BLOCK_MARK_AT, HEAD_BYTES);
    return Arrays.equals(mark, BZIP2_BLOCK) || Arrays.equals(mark, BZIP2_END);
  }

  /// What the bytes hold, whatever they are compressed with. Closing it closes the other stream.
  ///
  /// @throws IOException when the medium fails
  public static DecompressedStream open(InputStream compressed) throws IOException {
    var input = new PackedInput(compressed);
    return recognise(input.head(HEAD_BYTES)).over(input);
  }

  /// What the bytes hold; bytes that are not compressed in this way end it at once with an
  /// [org.testigo.model.MalformedException].
  public DecompressedStream decompress(InputStream compressed) {
    return over(new PackedInput(compressed));
  }

  private DecompressedStream over(PackedInput input) {
    return switch (this) {
      case NONE -> new StoredStream(input);
      case GZIP -> new GzipStream(input);
      case ZSTD -> new ZstdStream(input);
      case XZ -> new XzStream(input);
      case BZIP2 -> new Bzip2Stream(input);
      case LZ4 -> new Lz4Stream(input);
    };
  }
}
