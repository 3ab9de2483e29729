package org.testigo.formats.parquet;

import java.util.ArrayList;
import java.util.List;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.UnsupportedLayoutException;

/// The rows of a row group, one after the other; of some columns.
public final class RowReader {
  private final List<ColumnReader> readers = new ArrayList<>();
  private final RowGroup group;
  private final Budget budget;
  private long read;

  RowReader(
      ByteSource source,
      Footer footer,
      RowGroup group,
      List<Column> columns,
      long end,
      Budget budget) {
    this.group = group;
    this.budget = budget;
    var open = new OpenBytes();
    for (Column column : columns) {
      if (column.maxRepetition() > 1)
        throw new UnsupportedLayoutException(
            "column %s is a list within a list".formatted(column.shown()));
      var chunk = group.chunks().get(footer.columns().indexOf(column));
      var pages = new ChunkReader(source, column, chunk, end, budget, open);
      readers.add(new ColumnReader(column, pages, budget));
    }
  }

  /// Reads the next row; false behind the last.
  ///
  /// @throws org.testigo.model.MalformedException when no further row of the group can be read
  /// @throws UnsupportedLayoutException when it is written in a way that is not known
  public boolean next() {
    if (read == group.rows()) {
      readers.forEach(ColumnReader::end);
      return false;
    }
    budget.spendRow();
    readers.forEach(ColumnReader::readRow);
    read++;
    return true;
  }

  /// Of the row that was read last, in the file, counted from 1.
  public long number() {
    return group.firstRow() + read;
  }

  /// What a column that is no list says in this row.
  ///
  /// @param column its place among those that were asked for
  public Cell cell(int column) {
    var row = readers.get(column).row();
    return row.isEmpty() ? Cell.NOTHING : row.getFirst();
  }

  /// The elements of a list in this row; of a list that is empty or null, none. They are gone with
  /// the next row.
  ///
  /// @param column its place among those that were asked for
  public List<Cell> cells(int column) {
    return readers.get(column).row();
  }
}
