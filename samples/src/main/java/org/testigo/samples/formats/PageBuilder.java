package org.testigo.samples.formats;

/// A b-tree page that fills: the header and the cell pointers grow from the front, the cells from
/// the end.
///
/// | offset | bytes | meaning |
/// |---|---|---|
/// | 0 | 1 | type: 0x0d and 0x05 leaf and interior of a table, 0x0a and 0x02 of an index |
/// | 1 | 2 | first free block, none here |
/// | 3 | 2 | number of cells |
/// | 5 | 2 | where the cells begin |
/// | 7 | 1 | fragmented bytes, none here |
/// | 8 | 4 | right-most child, interior pages only |
///
/// Big-endian. See <https://sqlite.org/fileformat2.html#b_tree_pages>.
final class PageBuilder {
  static final int TABLE_LEAF = 0x0d;
  static final int TABLE_INTERIOR = 0x05;
  static final int INDEX_LEAF = 0x0a;
  static final int INDEX_INTERIOR = 0x02;

  private final byte[] page = new byte[PageFile.PAGE_BYTES];
  private final int headerAt;
  private final int pointersAt;
  private int cells;
  private int contentAt = PageFile.PAGE_BYTES;

  /// @param headerAt 100 on the first page of a file, which begins with the file header, else 0
  PageBuilder(int type, int headerAt) {
    this.headerAt = headerAt;
    this.pointersAt = headerAt + (type == TABLE_LEAF || type == INDEX_LEAF ? 8 : 12);
    page[headerAt] = (byte) type;
  }

  boolean isEmpty() {
    return cells == 0;
  }

  boolean fits(int cellBytes) {
    return pointersAt + 2 * (cells + 1) + cellBytes <= contentAt;
  }

  void add(byte[] cell) {
    if (!fits(cell.length)) throw new IllegalStateException("the page is full");
    contentAt -= cell.length;
    System.arraycopy(cell, 0, page, contentAt, cell.length);
    putShort(page, pointersAt + 2 * cells++, contentAt);
  }

  byte[] finish() {
    putShort(page, headerAt + 3, cells);
    putShort(page, headerAt + 5, contentAt);
    return page;
  }

  byte[] finish(int rightMostChild) {
    putInt(page, headerAt + 8, rightMostChild);
    return finish();
  }

  static void putShort(byte[] into, int at, int value) {
    into[at] = (byte) (value >> 8);
    into[at + 1] = (byte) value;
  }

  static void putInt(byte[] into, int at, int value) {
    putShort(into, at, value >> 16);
    putShort(into, at + 2, value);
  }
}
