package org.testigo.formats.compression;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// A stream that is unpacked block by block into a memory of its own, from where it is given on.
abstract class BlockStream extends DecompressedStream {
  private static final int SMALL_BYTES = 1 << 22;

  /// What is unpacked; `memory[given .. filled)` waits to be given.
  byte[] memory = {};

  int given;
  int filled;

  /// Where in memory begins what a repetition may refer to.
  int historyStart;

  private @Nullable MalformedException pending;

  BlockStream(PackedInput input) {
    super(input);
  }

  /// Unpacks one step further: moves [#filled] on, also by what came before damage that it throws.
  ///
  /// Called only when nothing waits to be given.
  ///
  /// @return false at the end
  abstract boolean advance() throws IOException;

  /// Makes room for one block behind [#filled]. Everything was given: only the window is still
  /// needed, and is moved to the front. Memory grows to its full size only once a small one is
  /// full, so that a header alone costs none.
  final void makeRoom(int windowBytes, int blockBytes) {
    int room = blockBytes + Copies.SLACK_BYTES;
    if (memory.length - filled >= room) return;
    int history = filled - historyStart;
    int keep = Math.min(history, windowBytes);
    // LZMA counts positions in sixteens from the start of the history: what goes is a multiple.
    keep += (history - keep) % 16;
    boolean isSmallEnough = keep < SMALL_BYTES && windowBytes > SMALL_BYTES;
    // The more there is beside the window, the rarer it is moved.
    int beside = isSmallEnough ? SMALL_BYTES : Math.max(SMALL_BYTES / 4, windowBytes / 4);
    int wanted = (isSmallEnough ? SMALL_BYTES : windowBytes) + beside + room;
    byte[] target = memory.length >= wanted ? memory : new byte[wanted];
    System.arraycopy(memory, filled - keep, target, 0, keep);
    memory = target;
    filled = keep;
    given = keep;
    historyStart = 0;
  }

  @Override
  final int unpack(byte[] into, int from, int length) throws IOException {
    while (given == filled) {
      if (pending != null) throw pending;
      try {
        if (!advance()) return -1;
      } catch (MalformedException e) {
        pending = e;
      }
    }
    int count = Math.min(length, filled - given);
    System.arraycopy(memory, given, into, from, count);
    given += count;
    return count;
  }
}
