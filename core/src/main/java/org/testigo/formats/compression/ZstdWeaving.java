package org.testigo.formats.compression;

import org.testigo.model.MalformedException;

/// Weaves the literals of blocks with repetitions of what came before: the second of the two stages
/// of unpacking.
final class ZstdWeaving {
  /// The distances used last, the latest first.
  private int recent1;

  private int recent2;
  private int recent3;

  /// Up to where memory is filled, also after damage.
  int filled;

  void beginFrame() {
    recent1 = 1;
    recent2 = 4;
    recent3 = 8;
  }

  /// Appends a block to what is filled.
  ///
  /// @param from where what may be referred to begins in memory
  /// @param to where it ends
  /// @param limit up to where the block may go; there is slack behind it
  void weave(ZstdUnwoven block, byte[] memory, int from, int to, int limit) {
    filled = to;
    int literalAt = block.sequenceCount > 0 ? sequences(block, memory, from, limit) : 0;
    // Behind damage among the sequences nobody knows where literals go.
    if (block.damage != null && block.sequenceCount > 0) return;
    int rest = block.literalCount - literalAt;
    if (rest > limit - filled) throw tooLong(block, rest, filled);
    System.arraycopy(block.literals, literalAt, memory, filled, rest);
    filled += rest;
  }

  /// @return how many literals were used
  private int sequences(ZstdUnwoven block, byte[] memory, int from, int limit) {
    byte[] literals = block.literals;
    long[] sequences = block.sequences;
    int literalEnd = block.literalCount;
    int literalAt = 0;
    int at = filled;
    int last = recent1;
    int count = block.sequenceCount;
    for (int i = 0; i < count; i++) {
      long sequence = sequences[i];
      int literalCount = ZstdUnwoven.literals(sequence);
      int length = ZstdUnwoven.length(sequence);
      int distance = ZstdUnwoven.distance(sequence) - 3;
      if (distance > 0) {
        recent3 = recent2;
        recent2 = last;
      } else {
        recent1 = last;
        distance = again(distance + 3, literalCount);
      }
      last = distance;
      if (literalCount > literalEnd - literalAt || literalCount + length > limit - at)
        throw tooLong(block, literalCount + length, at);
      Copies.literals(literals, literalAt, memory, at, literalCount);
      literalAt += literalCount;
      at += literalCount;
      if (distance <= 0 || distance > at - from) throw tooFar(block, distance, at, from);
      Copies.match(memory, at, distance, length);
      at += length;
    }
    recent1 = last;
    filled = at;
    return literalAt;
  }

  /// One of the distances used last.
  private int again(int code, int literalCount) {
    int which = code + (literalCount == 0 ? 1 : 0);
    if (which == 1) return recent1;
    int distance = which == 2 ? recent2 : which == 3 ? recent3 : recent1 - 1;
    if (which > 2) recent3 = recent2;
    recent2 = recent1;
    return distance;
  }

  private MalformedException tooLong(ZstdUnwoven block, int count, int at) {
    filled = at;
    return new MalformedException(
        block.endOffset,
        "the zstd block before here wants %d bytes more than its literals or the block can have"
            .formatted(count));
  }

  private MalformedException tooFar(ZstdUnwoven block, int distance, int at, int from) {
    filled = at;
    return new MalformedException(
        block.endOffset,
        "a zstd repetition %d bytes back in the block before here, expected 1 to %d"
            .formatted(distance, at - from));
  }
}
