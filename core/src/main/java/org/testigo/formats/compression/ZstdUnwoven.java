package org.testigo.formats.compression;

import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// One block of a frame, taken apart but not yet woven together: its literals, and its sequences,
/// each of which takes some literals and then repeats what came before.
///
/// Made to be filled again and again, by a thread that may be another than the one that weaves.
final class ZstdUnwoven {
  private static final int LITERAL_BITS = 17;
  private static final int LENGTH_BITS = 18;

  /// More than any window needs.
  static final int DISTANCE_BITS = 29;

  /// Slack lies behind them.
  final byte[] literals = new byte[ZstdFrameHeader.MAX_BLOCK_BYTES + Copies.SLACK_BYTES];

  int literalCount;

  /// Bits 0-16 how many literals come first, 17-34 how long the repetition is, 35-63 how far back:
  /// 3 more than that, or 1 to 3 for the distances used last.
  long[] sequences = new long[1 << 12];

  int sequenceCount;

  /// The frame; absent only where there is neither a block nor damage in one.
  @Nullable ZstdFrameHeader frame;

  /// Whether the frame begins with it.
  boolean isFirst;

  boolean isLast;

  /// Whether everything was given before.
  boolean isEnd;

  /// What is noted behind the last block of a frame with a checksum.
  int checksum;

  /// Where what belongs to the block ends, the checksum included.
  long endOffset;

  /// What was met behind what is here.
  @Nullable MalformedException damage;

  void clear() {
    literalCount = 0;
    sequenceCount = 0;
    frame = null;
    isFirst = false;
    isLast = false;
    isEnd = false;
    damage = null;
  }

  static long sequence(long literals, long length, long distance) {
    return literals | length << LITERAL_BITS | distance << LITERAL_BITS + LENGTH_BITS;
  }

  static int literals(long sequence) {
    return (int) sequence & (1 << LITERAL_BITS) - 1;
  }

  static int length(long sequence) {
    return (int) (sequence >>> LITERAL_BITS) & (1 << LENGTH_BITS) - 1;
  }

  static int distance(long sequence) {
    return (int) (sequence >>> LITERAL_BITS + LENGTH_BITS);
  }
}
