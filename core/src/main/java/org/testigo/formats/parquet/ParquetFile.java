package org.testigo.formats.parquet;

import java.util.List;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;

/// A table of Parquet: its footer is read at once, its rows as they are asked for.
///
/// Layout: `PAR1`; the row groups, in each the pages of one column after the other; the footer with
/// the schema and the place of each column, its length, and `PAR1`.
///
///     var file = ParquetFile.open(bytes, budget);
///     for (var group : file.groups()) {
///       var rows = file.read(group, file.columns());
///       while (rows.next()) use(rows.cell(0));
///     }
///
/// What is damaged in one row group leaves the others readable. Healthy files have pages up to 128
/// MB, values up to 16 MB and lists up to 10 000 elements.
public final class ParquetFile {
  private final ByteSource source;
  private final Budget budget;
  private final Footer footer;

  private ParquetFile(ByteSource source, Budget budget, Footer footer) {
    this.source = source;
    this.budget = budget;
    this.footer = footer;
  }

  /// Reads the footer.
  ///
  /// @throws org.testigo.model.MalformedException when it does not follow the format
  /// @throws org.testigo.model.UnsupportedLayoutException when it is encrypted
  public static ParquetFile open(ByteSource source, Budget budget) {
    return new ParquetFile(source, budget, new FooterReader(source, budget).read());
  }

  /// In the order of the schema.
  public List<Column> columns() {
    return footer.columns();
  }

  /// In the order of their rows.
  public List<RowGroup> groups() {
    return footer.groups();
  }

  /// Opens the rows of a group.
  ///
  /// @param columns some of [#columns]
  /// @throws org.testigo.model.MalformedException when a column does not lie in the file
  /// @throws org.testigo.model.UnsupportedLayoutException when one is written in a way that is not
  ///   known, also from the rows
  public RowReader read(RowGroup group, List<Column> columns) {
    return new RowReader(source, footer, group, columns, source.sizeBytes(), budget);
  }
}
