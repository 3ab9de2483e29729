package org.testigo.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.Unreadable;
import org.testigo.model.UnsupportedLayoutException;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Subject;
import org.testigo.scans.Carriage;
import org.testigo.scans.FileFormat;

/// Scan data as a table of Parquet, see [ParquetTable]. Spark takes its rows apart, so it is not
/// among the formats that announce themselves.
///
/// @param hasBodies whether the certificates themselves have a column. A table without it says
///   which address showed which certificates, and is read after those that hold them
record ParquetFormat(boolean hasBodies) implements FileFormat {
  private static final String WITH_BODIES = "testigo-parquet";
  private static final String BY_DIGEST = "testigo-parquet-digests";
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  /// The format of an id.
  static Optional<ParquetFormat> of(String id) {
    return switch (id) {
      case WITH_BODIES -> Optional.of(new ParquetFormat(true));
      case BY_DIGEST -> Optional.of(new ParquetFormat(false));
      default -> Optional.empty();
    };
  }

  @Override
  public Spec spec() {
    return new Spec(
        hasBodies ? WITH_BODIES : BY_DIGEST,
        "Parquet",
        List.of(
            new Carriage(Subject.ANSWER, Carriage.Spelling.RAW),
            new Carriage(
                Subject.CERTIFICATE, hasBodies ? Carriage.Spelling.RAW : Carriage.Spelling.APART),
            new Carriage(Subject.IMPORTED, Carriage.Spelling.RAW)),
        hasBodies ? Order.SHOWS : Order.JOINS,
        List.of("https://parquet.apache.org/docs/file-format/"));
  }

  @Override
  public boolean recognises(Head head) {
    return begins(head.bytes().array());
  }

  static boolean begins(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  @Override
  public long read(
      ByteSource bytes,
      String file,
      Optional<ScanTime> fileTime,
      Budget budget,
      Consumer<ScanRecord> records,
      Consumer<Unreadable> unreadable) {
    throw new UnsupportedLayoutException("Parquet is read by the cluster's engine only");
  }
}
