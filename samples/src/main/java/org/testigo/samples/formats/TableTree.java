package org.testigo.samples.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The b-tree of a table, built from the leaves up from rows that come in the order of their rowid.
final class TableTree {
  /// Cells of an interior page: 4 bytes of child, at most 9 of key, 2 of pointer.
  private static final int CHILDREN_PER_PAGE = (PageFile.PAGE_BYTES - 12) / 15;

  private final PageFile file;
  private final List<Child> leaves = new ArrayList<>();
  private PageBuilder leaf = new PageBuilder(PageBuilder.TABLE_LEAF, 0);
  private long lastRowid;
  private boolean hasRows;

  private record Child(int page, long largestRowid) {}

  TableTree(PageFile file) {
    this.file = file;
  }

  /// The largest so far; 0 before the first.
  long lastRowid() {
    return lastRowid;
  }

  void add(long rowid, byte[] record) throws IOException {
    if (hasRows && rowid <= lastRowid)
      throw new IllegalArgumentException("row %d comes after row %d".formatted(rowid, lastRowid));
    byte[] cell = Cells.tableLeaf(file, rowid, record);
    if (!leaf.fits(cell.length)) closeLeaf();
    leaf.add(cell);
    lastRowid = rowid;
    hasRows = true;
  }

  /// Writes what is left and gives the page of the root.
  int finish() throws IOException {
    closeLeaf();
    List<Child> level = leaves;
    while (level.size() > 1) level = parentsOf(level);
    return level.getFirst().page();
  }

  private void closeLeaf() throws IOException {
    leaves.add(new Child(file.append(leaf.finish()), lastRowid));
    leaf = new PageBuilder(PageBuilder.TABLE_LEAF, 0);
  }

  /// Spreads the children evenly, so that no page is left with a single one.
  private List<Child> parentsOf(List<Child> children) throws IOException {
    int pages = (children.size() + CHILDREN_PER_PAGE - 1) / CHILDREN_PER_PAGE;
    var parents = new ArrayList<Child>(pages);
    for (int i = 0; i < pages; i++) {
      int from = (int) ((long) children.size() * i / pages);
      int to = (int) ((long) children.size() * (i + 1) / pages);
      parents.add(parentOf(children.subList(from, to)));
    }
    return parents;
  }

  private Child parentOf(List<Child> children) throws IOException {
    var page = new PageBuilder(PageBuilder.TABLE_INTERIOR, 0);
    for (Child child : children.subList(0, children.size() - 1))
      page.add(Cells.tableInterior(child.page(), child.largestRowid()));
    Child last = children.getLast();
    return new Child(file.append(page.finish(last.page())), last.largestRowid());
  }
}
