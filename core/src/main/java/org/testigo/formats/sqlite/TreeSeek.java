package org.testigo.formats.sqlite;

import org.testigo.model.MalformedException;

/// Finds one row by its rowid: a descent through the b-tree.
///
/// Interior cells: left child, then the largest rowid under it as a varint. Leaf cells: size of the
/// record and rowid as varints, then the record.
record TreeSeek(Storage storage) {

  /// Loads the row.
  ///
  /// @return whether there is such a row
  /// @throws MalformedException where a page on the way to it is damaged
  boolean find(long root, long rootPointerOffsetBytes, long rowid, StoredRow row) {
    long number = root;
    long pointerOffsetBytes = rootPointerOffsetBytes;
    for (int depth = 1; depth <= TreeScan.MAX_DEPTH; depth++) {
      TreePage page = TreePage.read(storage, number, true, pointerOffsetBytes);
      int index = firstNotBelow(page, rowid);
      if (page.isLeaf()) {
        if (index == page.cellCount() || key(page, index) != rowid) return false;
        row.load(page, index, true);
        return true;
      }
      boolean isRightMost = index == page.cellCount();
      number = isRightMost ? page.rightMostChild() : page.leftChild(index);
      pointerOffsetBytes =
          page.offsetBytes() + (isRightMost ? page.cellPointers() - 4 : page.cell(index));
    }
    throw new MalformedException(
        pointerOffsetBytes, "a b-tree of more than %d levels".formatted(TreeScan.MAX_DEPTH));
  }

  /// The first cell whose key is not below the rowid; the number of cells where all are.
  private static int firstNotBelow(TreePage page, long rowid) {
    int low = 0;
    int high = page.cellCount();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(page, middle) < rowid) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private static long key(TreePage page, int index) {
    byte[] data = page.data();
    int cell = page.cell(index);
    int at = page.isLeaf() ? cell + Varint.lengthBytes(data, cell, page.limit()) : cell + 4;
    int length = Varint.lengthBytes(data, at, page.limit());
    if (length == 0) {
      throw new MalformedException(
          page.offsetBytes() + cell,
          "cell %d of page %d ends in a number".formatted(index, page.number()));
    }
    return Varint.value(data, at, length);
  }
}
