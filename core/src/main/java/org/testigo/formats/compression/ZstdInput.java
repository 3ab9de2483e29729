package org.testigo.formats.compression;

import org.testigo.model.MalformedException;

/// The bytes of one packed block, whole in memory.
///
/// @param end the index behind its last byte
@SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
record ZstdInput(byte[] bytes, int end, PackedInput input) {
  ZstdInput(PackedInput input, int end) {
    this(input.bytes, end, input);
  }

  MalformedException damaged(int index, String detail) {
    return new MalformedException(input.offsetOf(index), detail);
  }

  /// @throws MalformedException when the block ends before that
  void need(int index, int count, String what) {
    if (count <= end - index) return;
    throw damaged(
        index, "%s of %d bytes, the zstd block ends after %d".formatted(what, count, end - index));
  }

  int number8(int index, String what) {
    need(index, 1, what);
    return bytes[index] & 0xff;
  }
}
