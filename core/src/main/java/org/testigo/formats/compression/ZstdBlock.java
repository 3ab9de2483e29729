package org.testigo.formats.compression;

import org.testigo.model.MalformedException;

/// Unpacks one packed block of zstd: the literals first, then the sequences that weave them with
/// repetitions. Keeps what later blocks of a frame may refer to.
final class ZstdBlock {
  private final ZstdLiterals literals = new ZstdLiterals();
  private final ZstdSequences sequences = new ZstdSequences();

  void beginFrame() {
    literals.beginFrame();
    sequences.beginFrame();
  }

  /// @param from where what may be referred to begins in memory
  /// @param to where it ends and what is unpacked begins
  /// @param limit up to where it may go
  /// @return where it ended
  /// @throws MalformedException with what came before it up to [#filledBeforeDamage()]
  int unpack(PackedInput input, int size, byte[] memory, int from, int to, int limit) {
    sequences.filled = to;
    int end = input.position + size;
    var packed = new ZstdInput(input, end);
    int sequencesAt = literals.unpack(packed, input.position);
    return sequences.weave(packed, sequencesAt, literals, memory, from, limit);
  }

  int filledBeforeDamage() {
    return sequences.filled;
  }
}
