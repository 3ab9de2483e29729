package org.testigo.formats.sqlite;

/// Page numbers with the offset of each page's newest version: a hash table of primitives, since a
/// log may hold hundreds of thousands of them.
final class PageOffsets {
  private int[] pages = new int[16];
  private long[] offsetsBytes = new long[16];
  private int size;

  /// The offset, -1 where the page is not there.
  long get(int page) {
    int slot = slotOf(page);
    return pages[slot] == 0 ? -1 : offsetsBytes[slot];
  }

  void put(int page, long offsetBytes) {
    int slot = slotOf(page);
    if (pages[slot] == 0) {
      pages[slot] = page;
      size++;
    }
    offsetsBytes[slot] = offsetBytes;
    if (size * 2 > pages.length) grow();
  }

  boolean contains(int page) {
    return pages[slotOf(page)] != 0;
  }

  int size() {
    return size;
  }

  private int slotOf(int page) {
    int mask = pages.length - 1;
    int slot = ((page * 0x9e3779b1) >>> 7) & mask;
    while (pages[slot] != 0 && pages[slot] != page) slot = (slot + 1) & mask;
    return slot;
  }

  private void grow() {
    int[] oldPages = pages;
    long[] oldOffsets = offsetsBytes;
    pages = new int[oldPages.length * 2];
    offsetsBytes = new long[oldPages.length * 2];
    size = 0;
    for (int i = 0; i < oldPages.length; i++) {
      if (oldPages[i] != 0) put(oldPages[i], oldOffsets[i]);
    }
  }
}
