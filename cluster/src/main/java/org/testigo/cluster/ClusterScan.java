package org.testigo.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.scanning.Scan;
import org.testigo.scanning.ScanResults;
import org.testigo.scanning.ScanSummary;
import org.testigo.scanning.ScannedFile;

/// Scan data in any file system that Hadoop knows, searched by the machines of a cluster. Gives the
/// same as [Scan] gives on one machine.
public final class ClusterScan {
  /// How much of a file one task reads, as for Spark's own sources.
  private static final String PIECE_BYTES = "spark.sql.files.maxPartitionBytes";

  private final SparkSession session;
  private final Settings settings;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final List<ClusterFile> files;
  private final long pieceBytes;

  private ClusterScan(SparkSession session, Settings settings, List<String> inputs) {
    this.session = session;
    this.settings = settings;
    var spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    hadoop = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    files = ClusterInputs.of(inputs, spark, spark.broadcast(settings), hadoop);
    pieceBytes = JavaUtils.byteStringAsBytes(session.conf().get(PIECE_BYTES));
  }

  /// Recognises inputs.
  ///
  /// @param inputs files and folders, in any file system that Hadoop knows
  /// @param ownRules files of rules on this machine, beside those that come with the program
  /// @param at the day on which the data was recorded, for files that do not say
  /// @throws IOException when a file of rules cannot be read
  public static ClusterScan of(
      SparkSession session, List<String> inputs, List<Path> ownRules, Optional<Instant> at)
      throws IOException {
    return new ClusterScan(session, Settings.of(ownRules, at), inputs);
  }

  /// The rules that are asked.
  public FingerprintSet fingerprints() {
    return settings.fingerprints();
  }

  /// Scans all inputs.
  ///
  /// @throws InterruptedException when the caller was interrupted
  public ScanSummary run(ScanResults results) throws InterruptedException {
    var reader = new ClusterReader(session, hadoop, settings, files, pieceBytes);
    List<ScannedFile> scanned =
        files.stream()
            .map(file -> ClusterInputs.scanned(file, settings, hadoop.value().value()))
            .toList();
    return Scan.run(scanned, reader, results);
  }

  /// Writes the services and certificates of the inputs as a table, see [ParquetTable].
  ///
  /// @param folder where, in any file system that Hadoop knows
  /// @param talk takes what has no place in the table, and why, and what could not be read
  public void writeParquet(String folder, Consumer<String> talk) {
    new ToParquet(session, hadoop, settings, pieceBytes).write(files, folder, talk);
  }
}
