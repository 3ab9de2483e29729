package org.testigo.samples.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The b-tree of an index. Keys are gathered while the table is written, then sorted and laid out
/// from the leaves up.
final class IndexTree {
  private final String name;
  private final @Nullable String sql;
  private final List<Integer> columns;
  private final List<Affinity> affinities;
  private final List<Key> keys = new ArrayList<>();

  /// @param sql empty for the index behind a UNIQUE or PRIMARY KEY
  IndexTree(
      String name, @Nullable String sql, List<Integer> columns, List<Affinity> tableAffinities) {
    this.name = name;
    this.sql = sql;
    this.columns = columns;
    this.affinities = new ArrayList<>(columns.stream().map(tableAffinities::get).toList());
    affinities.add(Affinity.INTEGER);
  }

  String name() {
    return name;
  }

  @Nullable String sql() {
    return sql;
  }

  void add(@Nullable Object[] row, long rowid) {
    @Nullable Object[] values = new @Nullable Object[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) values[i] = row[columns.get(i)];
    values[columns.size()] = rowid;
    keys.add(new Key(values));
  }

  /// Sorts and writes the index and gives the page of its root.
  int finish(PageFile file) throws IOException {
    Collections.sort(keys);
    var cells = new ArrayList<byte[]>(keys.size());
    for (Key key : keys) cells.add(Cells.index(file, RecordEncoder.encode(affinities, key.values)));
    keys.clear();
    return write(file, cells, List.of());
  }

  /// Fills pages; the cell behind each page moves up and divides it from the next.
  ///
  /// @param children the pages between the cells, one more than cells; empty at the leaves
  private static int write(PageFile file, List<byte[]> cells, List<Integer> children)
      throws IOException {
    boolean isLeaf = children.isEmpty();
    var pages = new ArrayList<Integer>();
    var dividers = new ArrayList<byte[]>();
    int at = 0;
    while (true) {
      int end = pageEnd(cells, at, isLeaf);
      pages.add(page(file, cells, children, at, end));
      if (end == cells.size()) break;
      dividers.add(cells.get(end));
      at = end + 1;
    }
    return pages.size() == 1 ? pages.getFirst() : write(file, dividers, pages);
  }

  /// Where the page that begins at a cell ends, so that behind the divider at least one cell is
  /// left.
  private static int pageEnd(List<byte[]> cells, int from, boolean isLeaf) {
    int free = PageFile.PAGE_BYTES - (isLeaf ? 8 : 12);
    int end = from;
    while (end < cells.size()) {
      free -= cells.get(end).length + 2 + (isLeaf ? 0 : 4);
      if (free < 0) break;
      end++;
    }
    return end == cells.size() - 1 ? end - 1 : end;
  }

  private static int page(
      PageFile file, List<byte[]> cells, List<Integer> children, int from, int to)
      throws IOException {
    if (children.isEmpty()) {
      var leaf = new PageBuilder(PageBuilder.INDEX_LEAF, 0);
      for (byte[] cell : cells.subList(from, to)) leaf.add(cell);
      return file.append(leaf.finish());
    }
    var interior = new PageBuilder(PageBuilder.INDEX_INTERIOR, 0);
    for (int i = from; i < to; i++)
      interior.add(Cells.indexInterior(children.get(i), cells.get(i)));
    return file.append(interior.finish(children.get(to)));
  }

  /// In the order of SQLite: NULL, numbers, text by its UTF-8 bytes, blobs.
  private static final class Key implements Comparable<Key> {
    private final @Nullable Object[] values;

    private Key(@Nullable Object[] values) {
      this.values = values;
    }

    @Override
    public int compareTo(Key other) {
      for (int i = 0; i < values.length; i++) {
        int order = compare(values[i], other.values[i]);
        if (order != 0) return order;
      }
      return 0;
    }

    private static int compare(@Nullable Object one, @Nullable Object two) {
      int rank = Integer.compare(rank(one), rank(two));
      if (rank != 0 || one == null || two == null) return rank;
      if (one instanceof Number a && two instanceof Number b) return compareNumbers(a, b);
      if (one instanceof String a && two instanceof String b) return compareTexts(a, b);
      return Arrays.compareUnsigned((byte[]) one, (byte[]) two);
    }

    private static int compareNumbers(Number one, Number two) {
      return one instanceof Double || two instanceof Double
          ? Double.compare(one.doubleValue(), two.doubleValue())
          : Long.compare(one.longValue(), two.longValue());
    }

    private static int rank(@Nullable Object value) {
      return switch (value) {
        case null -> 0;
        case Number number -> 1;
        case String text -> 2;
        default -> 3;
      };
    }

    /// By code points, which is the order of their UTF-8 bytes: surrogates stand for larger ones
    /// than any other unit.
    private static int compareTexts(String one, String two) {
      int common = Math.min(one.length(), two.length());
      for (int i = 0; i < common; i++) {
        char a = one.charAt(i);
        char b = two.charAt(i);
        if (a == b) continue;
        if (Character.isSurrogate(a) != Character.isSurrogate(b))
          return Character.isSurrogate(a) ? 1 : -1;
        return Character.compare(a, b);
      }
      return Integer.compare(one.length(), two.length());
    }
  }
}
