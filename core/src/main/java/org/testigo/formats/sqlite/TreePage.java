package org.testigo.formats.sqlite;

import org.testigo.model.MalformedException;

/// A page of a b-tree. Header, after the 100 bytes of the file header on page 1:
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 1 | type: 2 index interior, 5 table interior, 10 index leaf, 13 table leaf |
/// | 3 | 2 | cells |
/// | 8 | 4 | right-most child; interior pages only |
///
/// Then one offset of 2 bytes for each cell, in the order of the keys.
final class TreePage {
  static final int TABLE_LEAF = 13;
  static final int TABLE_INTERIOR = 5;
  static final int INDEX_LEAF = 10;
  static final int INDEX_INTERIOR = 2;

  private static final int MIN_CELL_BYTES = 4;

  private final long number;
  private final long offsetBytes;
  private final byte[] data;
  private final int limit;
  private final boolean isLeaf;
  private final int cellCount;
  private final int cellPointers;

  private TreePage(
      long number,
      long offsetBytes,
      byte[] data,
      int limit,
      boolean isLeaf,
      int cellCount,
      int cellPointers) {
    this.number = number;
    this.offsetBytes = offsetBytes;
    this.data = data;
    this.limit = limit;
    this.isLeaf = isLeaf;
    this.cellCount = cellCount;
    this.cellPointers = cellPointers;
  }

  /// Reads the page and checks its header.
  ///
  /// @param isTable whether it belongs to a table with rowids, else to an index or a table without
  /// @param pointerOffsetBytes of what names the page, for the exception
  static TreePage read(Storage storage, long number, boolean isTable, long pointerOffsetBytes) {
    Pages pages = storage.pages();
    int usableSize = storage.usableSize();
    byte[] data = pages.read(number, pointerOffsetBytes);
    long offsetBytes = pages.offsetBytes(number);
    int header = number == 1 ? Header.SIZE_BYTES : 0;
    if (data.length < header + 12) {
      throw new MalformedException(
          offsetBytes, "the file ends %d bytes into page %d".formatted(data.length, number));
    }
    int type = data[header];
    boolean isLeaf = type == (isTable ? TABLE_LEAF : INDEX_LEAF);
    if (!isLeaf && type != (isTable ? TABLE_INTERIOR : INDEX_INTERIOR)) {
      throw new MalformedException(
          offsetBytes + header,
          "page %d has b-tree page type 0x%02x, expected %s"
              .formatted(number, type & 0xff, isTable ? "0x05 or 0x0d" : "0x02 or 0x0a"));
    }
    int cells = BigEndian.unsignedShort(data, header + 3);
    int pointers = header + (isLeaf ? 8 : 12);
    int limit = Math.min(usableSize, data.length);
    int mostCells = (usableSize - pointers) / (2 + MIN_CELL_BYTES);
    if (cells > mostCells) {
      throw new MalformedException(
          offsetBytes + header + 3,
          "page %d has %d cells, expected at most %d".formatted(number, cells, mostCells));
    }
    return new TreePage(number, offsetBytes, data, limit, isLeaf, cells, pointers);
  }

  /// Where a cell begins.
  int cell(int index) {
    int at = cellPointers + 2 * index;
    int cell = at + 2 <= limit ? BigEndian.unsignedShort(data, at) : 0;
    if (cell < cellPointers + 2 * cellCount || cell > limit - MIN_CELL_BYTES) {
      throw new MalformedException(
          offsetBytes + at,
          "cell %d of page %d begins at %d, expected %d to %d"
              .formatted(
                  index, number, cell, cellPointers + 2 * cellCount, limit - MIN_CELL_BYTES));
    }
    return cell;
  }

  /// The page left of a cell of an interior page.
  long leftChild(int index) {
    return BigEndian.unsignedInt(data, cell(index));
  }

  long rightMostChild() {
    return BigEndian.unsignedInt(data, cellPointers - 4);
  }

  long number() {
    return number;
  }

  /// Of the page in the database file.
  long offsetBytes() {
    return offsetBytes;
  }

  byte[] data() {
    return data;
  }

  /// Where the cells end: the usable size, or less where the file ends inside the page.
  int limit() {
    return limit;
  }

  boolean isLeaf() {
    return isLeaf;
  }

  int cellCount() {
    return cellCount;
  }

  /// Where the offsets of the cells begin.
  int cellPointers() {
    return cellPointers;
  }
}
