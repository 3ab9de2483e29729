package org.testigo.formats.sqlite;

import org.testigo.model.MalformedException;

/// Visits every row of one b-tree in the order of its keys.
///
/// Each page is visited at most once, so that the work is in proportion to the file whatever the
/// pages say.
final class TreeScan {
  /// The height of a tree of 2^31 pages with the fewest children; SQLite has the same limit.
  static final int MAX_DEPTH = 20;

  private final Storage storage;
  private final boolean isTable;
  private final RowVisitor visitor;
  private final PageSet visited = new PageSet();
  private final StoredRow row;

  /// @param isTable whether the tree is a table with rowids; else rows lie on its interior pages
  ///   too
  TreeScan(Storage storage, boolean isTable, Projection projection, RowVisitor visitor) {
    this.storage = storage;
    this.isTable = isTable;
    this.visitor = visitor;
    row = new StoredRow(projection, new Payload(storage, isTable, visited));
  }

  /// @param root the number of the tree's first page
  /// @param rootPointerOffsetBytes of what names it, for exceptions
  void run(long root, long rootPointerOffsetBytes) {
    subtree(root, rootPointerOffsetBytes, 1);
  }

  private void subtree(long number, long pointerOffsetBytes, int depth) {
    TreePage page;
    try {
      page = open(number, pointerOffsetBytes, depth);
    } catch (MalformedException e) {
      visitor.damaged(e);
      return;
    }
    var broken = new BrokenCells(page, visitor);
    if (page.isLeaf()) {
      for (int i = 0; i < page.cellCount(); i++) visit(page, i, broken);
    } else {
      children(page, depth, broken);
    }
    broken.tellOthers();
  }

  private TreePage open(long number, long pointerOffsetBytes, int depth) {
    if (depth > MAX_DEPTH) {
      throw new MalformedException(
          pointerOffsetBytes, "a b-tree of more than %d levels".formatted(MAX_DEPTH));
    }
    visited.refuseIfVisited(number, pointerOffsetBytes);
    TreePage page = TreePage.read(storage, number, isTable, pointerOffsetBytes);
    visited.add(number);
    return page;
  }

  private void children(TreePage page, int depth, BrokenCells broken) {
    for (int i = 0; i < page.cellCount(); i++) {
      long child;
      try {
        child = page.leftChild(i);
      } catch (MalformedException e) {
        broken.add(e);
        continue;
      }
      subtree(child, page.offsetBytes() + page.cell(i), depth + 1);
      if (!isTable) visit(page, i, broken);
    }
    subtree(page.rightMostChild(), page.offsetBytes() + page.cellPointers() - 4, depth + 1);
  }

  private void visit(TreePage page, int index, BrokenCells broken) {
    try {
      row.load(page, index, isTable);
    } catch (MalformedException e) {
      broken.add(e);
      return;
    }
    row.give(storage.budget(), visitor);
  }
}
