package org.testigo.formats.sqlite;

import org.testigo.model.MalformedException;

/// Tells of the broken cells of one page: the first in full, the others by their number, since one
/// damaged page may hold thousands.
final class BrokenCells {
  private final TreePage page;
  private final RowVisitor visitor;
  private int count;

  BrokenCells(TreePage page, RowVisitor visitor) {
    this.page = page;
    this.visitor = visitor;
  }

  void add(MalformedException damage) {
    if (count++ == 0) visitor.damaged(damage);
  }

  /// At the end of the page.
  void tellOthers() {
    if (count > 1) {
      visitor.damaged(
          new MalformedException(
              page.offsetBytes(),
              "%d more of the %d cells of page %d could not be read"
                  .formatted(count - 1, page.cellCount(), page.number())));
    }
  }
}
