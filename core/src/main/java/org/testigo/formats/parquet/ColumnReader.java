package org.testigo.formats.parquet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// Reads the entries of one column row by row.
///
/// Each entry has two levels. The repetition level is 0 where a row begins and 1 where its list
/// goes on; the definition level tells how much of the path is there: all of it for a value.
final class ColumnReader {
  private static final int NOT_READ = -1;

  private final Column column;
  private final ChunkReader chunk;
  private final Budget budget;
  private final List<Cell> row = new ArrayList<>();
  private @Nullable Page page;
  private int repetition = NOT_READ;

  ColumnReader(Column column, ChunkReader chunk, Budget budget) {
    this.column = column;
    this.chunk = chunk;
    this.budget = budget;
  }

  /// The values of the row that was read last; of a column without lists one.
  List<Cell> row() {
    return row;
  }

  void readRow() {
    row.clear();
    if (!hasMore())
      throw new MalformedException(
          chunk.offset(), "column %s ends before its rows do".formatted(column.shown()));
    if (repetition() != 0)
      throw new MalformedException(
          chunk.offset(), "column %s begins within a list".formatted(column.shown()));
    entry();
    if (column.maxRepetition() == 0) return;
    while (hasMore() && repetition() != 0) entry();
  }

  /// @throws MalformedException when there are entries behind the last row
  void end() {
    if (hasMore())
      throw new MalformedException(
          chunk.offset(), "column %s goes on behind its last row".formatted(column.shown()));
  }

  private boolean hasMore() {
    if (page == null || page.isEmpty()) page = chunk.next();
    return page != null;
  }

  private int repetition() {
    if (repetition == NOT_READ) repetition = open().repetition();
    return repetition;
  }

  private Page open() {
    if (page == null) throw new IllegalStateException("no page");
    return page;
  }

  private void entry() {
    repetition = NOT_READ;
    int definition = open().definition();
    if (definition == column.maxDefinition()) add(open().value());
    else if (definition >= column.elementDefinition()) add(Cell.NOTHING);
  }

  private void add(Cell cell) {
    budget.spendNode();
    if (cell instanceof Cell.Blob(byte[] bytes)) budget.spendBytes(bytes.length);
    if (row.size() == Limits.ELEMENTS)
      throw new MalformedException(
          chunk.offset(),
          "a list of more than %d in column %s".formatted(Limits.ELEMENTS, column.shown()));
    row.add(cell);
  }
}
