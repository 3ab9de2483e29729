package org.testigo.formats.sqlite;

import org.testigo.model.MalformedException;

/// Takes the rows of a table as they are read, and what could not be read of them.
public interface RowVisitor {

  /// @param row valid only during this call
  void row(Row row);

  /// A page, a cell or a value that could not be read; reading goes on with the next one.
  ///
  /// Where only values of a row are lost, its call comes right before the row's own, and
  /// [Row#isLost] tells which. Of several broken cells of one page the first is told in full, the
  /// others by their number.
  ///
  /// @param damage its offset is that of the page or cell in the database file, also where a newer
  ///   version of the page was read from the write-ahead log
  void damaged(MalformedException damage);
}
