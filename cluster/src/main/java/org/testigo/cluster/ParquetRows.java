package org.testigo.cluster;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;
import org.testigo.scanning.PieceScan;
import scala.Tuple2;

/// Scans the rows of tables in one partition, file by file.
final class ParquetRows implements Iterator<Tuple2<Outcome.Key, Outcome>> {
  private static final int FILE = ParquetTable.SCHEMA.size();
  private static final int INDEX = FILE + 1;

  private final Iterator<Row> rows;
  private final Map<String, Integer> numbers;
  private final PassWork work;
  private final PieceTask task;
  private final Deque<Outcome> ready = new ArrayDeque<>();
  private @Nullable Row next;

  /// @param numbers the place of each file among those of the job, by [#pathOf]
  ParquetRows(Iterator<Row> rows, Map<String, Integer> numbers, PassWork work, PieceTask task) {
    this.rows = rows;
    this.numbers = numbers;
    this.work = work;
    this.task = task;
    advance();
  }

  /// The rows of files, with the file and the number of each.
  static Dataset<Row> of(SparkSession session, List<ClusterFile> files) {
    var columns = new ArrayList<Column>();
    for (String name : ParquetTable.SCHEMA.fieldNames()) columns.add(functions.col(name));
    columns.add(functions.col("_metadata.file_path"));
    columns.add(functions.col("_metadata.row_index"));
    return session
        .read()
        .schema(ParquetTable.SCHEMA)
        .parquet(files.stream().map(ClusterFile::path).toArray(String[]::new))
        .select(columns.toArray(Column[]::new));
  }

  /// A path without its scheme.
  static String pathOf(String path) {
    return new Path(path).toUri().getPath();
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  /// Spark gives the path of a row as a URI, in which some characters are written as `%20`.
  private int fileOf(Row row) {
    Integer number = numbers.get(URI.create(row.getString(FILE)).getPath());
    if (number == null) throw new IllegalStateException("not listed: " + row.getString(FILE));
    return number;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && next != null) scanFile(next);
    return !ready.isEmpty();
  }

  private void scanFile(Row first) {
    int file = fileOf(first);
    ready.addAll(task.rows(file, first.getLong(INDEX), new OfFile(file)));
  }

  @Override
  public Tuple2<Outcome.Key, Outcome> next() {
    if (!hasNext()) throw new NoSuchElementException();
    var outcome = ready.removeFirst();
    return new Tuple2<>(outcome.key(), outcome);
  }

  /// The next rows, as long as they are of one file.
  private final class OfFile implements Iterator<PieceScan.Row> {
    private final int file;

    OfFile(int file) {
      this.file = file;
    }

    @Override
    public boolean hasNext() {
      return next != null && fileOf(next) == file;
    }

    @Override
    public PieceScan.Row next() {
      var row = next;
      if (row == null) throw new NoSuchElementException();
      advance();
      long number = row.getLong(INDEX) + 1;
      try {
        return new PieceScan.Row.Read(
            number, ParquetTable.read(row, work.file(file).name(), number));
      } catch (MalformedException e) {
        return new PieceScan.Row.Refused(number, e);
      }
    }
  }
}
