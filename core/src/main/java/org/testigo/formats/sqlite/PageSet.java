package org.testigo.formats.sqlite;

import java.util.BitSet;
import org.testigo.model.MalformedException;

/// The pages that one reading has visited. A sound tree names each page once: a second time is a
/// loop or an overlap, and without this guard a small file could cost any time.
final class PageSet {
  private final BitSet pages = new BitSet();

  void refuseIfVisited(long number, long pointerOffsetBytes) {
    if (number > 0 && number <= Integer.MAX_VALUE && pages.get((int) number)) {
      throw new MalformedException(
          pointerOffsetBytes,
          "page %d is named a second time, expected each page once".formatted(number));
    }
  }

  /// @param number of a page that has been read, so that the set stays in proportion to the file
  void add(long number) {
    pages.set((int) number);
  }
}
