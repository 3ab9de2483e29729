package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.parquet.ParquetFile;
import org.testigo.formats.parquet.RowGroup;
import org.testigo.model.Budget;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UnsupportedLayoutException;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Subject;

/// Scan data as a table of Apache Parquet: a row for each service, or, where no address stands, for
/// a certificate. Any column may be missing but the address or the certificates, and others are not
/// looked at:
///
///     ip             text
///     port           a whole number or digits; 0 where it is missing
///     time           a time, a date, ISO 8601, or a number since 1970
///     time_precision second, quarter_hour, day or month; of a date, day, else second
///     protocol       text such as http
///     answer         bytes
///     order_known    whether header fields stand as on the wire; true where it is missing
///     chain          a list of certificates in DER, or of structures: position, der, sha256, sha1,
///                    md5, pem_md5; the leaf first
///     imported       a list of structures: kind, value
///     published_as   text
///     data_set       text
///     source_file    where the entry was read before it came into the table, and its number there;
///     source_entry   this file and the row, counted from 1, where these are missing
///
/// These are what `testigo`'s job on a cluster writes. Names that other tables give to the same are
/// known too, such as `host`, `data` and `timestamp`, as DuckDB writes what it read from Sonar's
/// JSON: text in `data` is base64, or the answer as it is, and a missing port is that of the study
/// in the file's name.
///
/// A row group that cannot be read on is told with its number and the row, and the next one is read.
@AutoService(ScanFormat.class)
public final class ParquetAnswers implements FileFormat {
  private static final String ID = "parquet";
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  /// A few bytes can stand for millions of rows; nobody reads so many reports.
  private static final int MAX_FAULTS = 100_000;

  @Override
  public Spec spec() {
    return new Spec(
        ID,
        "Parquet, a row for each service",
        List.of(
            new Carriage(Subject.ANSWER, Carriage.Spelling.RAW),
            new Carriage(Subject.ANSWER, Carriage.Spelling.BASE64),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.RAW),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.BASE64),
            new Carriage(Subject.IMPORTED, Carriage.Spelling.RAW)),
        Order.SHOWS,
        List.of(
            "https://parquet.apache.org/docs/file-format/",
            "https://duckdb.org/docs/stable/data/parquet/overview"));
  }

  /// The names of the columns stand at the end of the file.
  @Override
  public boolean recognises(Head head) {
    byte[] bytes = head.bytes().array();
    return bytes.length > MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  @Override
  public long read(
      ByteSource bytes,
      String file,
      Optional<ScanTime> fileTime,
      Budget budget,
      Consumer<ScanRecord> records,
      Consumer<Unreadable> unreadable) {
    var faults = new Faults(file, unreadable);
    long read = 0;
    try {
      var table = ParquetFile.open(bytes, budget);
      var columns = new ParquetColumns(table.columns());
      for (RowGroup group : table.groups()) {
        var rows = new Group(table, columns, group, faults);
        read += rows.read(file, fileTime, records);
      }
    } catch (UnsupportedLayoutException e) {
      faults.tell(Location.WHOLE, Reason.UNSUPPORTED, e.detail());
    }
    return read;
  }

  /// What could not be read.
  private static final class Faults {
    private final String file;
    private final Consumer<Unreadable> unreadable;
    private int told;

    Faults(String file, Consumer<Unreadable> unreadable) {
      this.file = file;
      this.unreadable = unreadable;
    }

    void tell(Location at, Reason reason, String detail) {
      if (++told > MAX_FAULTS) throw new LimitHitException(Limit.ROWS, MAX_FAULTS);
      unreadable.accept(new Unreadable(new Source(ID, file, at), reason, detail));
    }

    void row(long number, MalformedException damage) {
      tell(new Location.Line(number), Reason.MALFORMED, damage.detail());
    }
  }

  /// A row group while it is read.
  private record Group(ParquetFile table, ParquetColumns columns, RowGroup group, Faults faults) {

    /// @return how many rows were met
    long read(String file, Optional<ScanTime> fileTime, Consumer<ScanRecord> records) {
      long last = group.firstRow();
      try {
        var rows = table.read(group, columns.read());
        var row = new ParquetRow(columns, rows, file, fileTime);
        while (rows.next()) {
          last = rows.number();
          try {
            row.tell(records);
          } catch (MalformedException e) {
            faults.row(last, e);
          }
        }
      } catch (MalformedException e) {
        var at = new Location.Offset(Math.max(0, e.offsetBytes()));
        faults.tell(at, Reason.MALFORMED, place(last) + e.detail());
      } catch (UnsupportedLayoutException e) {
        faults.tell(Location.WHOLE, Reason.UNSUPPORTED, place(last) + e.detail());
      }
      return last - group.firstRow();
    }

    private String place(long last) {
      return "row %d of the rows up to %d: ".formatted(last + 1, group.firstRow() + group.rows());
    }
  }
}
