package org.testigo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.testigo.scanning.Part;
import org.testigo.scanning.Pass;
import org.testigo.scanning.PieceScan;
import org.testigo.scanning.Ties;
import org.testigo.scans.LineFormat;

/// Writes files of scan data as a [ParquetTable]. The lines of files that are cut are counted in a
/// first reading, so that every row names its line.
final class ToParquet {
  private final SparkSession session;
  private final JavaSparkContext spark;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final Settings settings;
  private final long pieceBytes;

  ToParquet(
      SparkSession session,
      Broadcast<SerializableConfiguration> hadoop,
      Settings settings,
      long pieceBytes) {
    this.session = session;
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.hadoop = hadoop;
    this.settings = settings;
    this.pieceBytes = pieceBytes;
  }

  /// What became of the entries.
  private record Tally(
      LongAccumulator rows,
      LongAccumulator leftOut,
      LongAccumulator refused,
      CollectionAccumulator<String> told)
      implements java.io.Serializable {}

  /// @param folder where the tables `services` and `digests` are written, in any file system that
  ///   Hadoop knows
  /// @param talk takes what is not in a table, and why
  void write(List<ClusterFile> all, String folder, Consumer<String> talk) {
    var withBodies = new ArrayList<ClusterFile>();
    var byDigest = new ArrayList<ClusterFile>();
    for (ClusterFile file : all) {
      if (!file.refusal().isEmpty()) talk.accept(file.name() + ": " + file.refusal());
      else if (file.isParquet()) talk.accept(file.name() + ": is a table of Parquet already");
      else
        switch (settings.format(file.format()).spec().order()) {
          case SHOWS -> withBodies.add(file);
          case JOINS -> byDigest.add(file);
          case TELLS_MORE ->
              talk.accept(
                  file.name()
                      + ": names and replies have no place in the table; hand it in as it is");
        }
    }
    write(withBodies, folder + "/services", true, talk);
    write(byDigest, folder + "/digests", false, talk);
  }

  private void write(
      List<ClusterFile> files, String folder, boolean hasBodies, Consumer<String> talk) {
    var pieces = pieces(files);
    if (pieces.isEmpty()) return;
    var sc = spark.sc();
    var tally =
        new Tally(
            sc.longAccumulator(),
            sc.longAccumulator(),
            sc.longAccumulator(),
            sc.collectionAccumulator());
    write(files, pieces, folder, hasBodies, tally);
    tally.told().value().forEach(talk);
    talk.accept(
        "%s: %d rows; %d entries refused, %d without a place in the table"
            .formatted(
                folder, tally.rows().value(), tally.refused().value(), tally.leftOut().value()));
  }

  private List<Piece> pieces(List<ClusterFile> files) {
    var pieces = new ArrayList<Piece>();
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i);
      boolean canBeCut = file.canBeCut(settings.format(file.format()));
      pieces.addAll(Piece.of(i, file.lengthBytes(), canBeCut, pieceBytes));
    }
    return pieces;
  }

  private void write(
      List<ClusterFile> files, List<Piece> pieces, String folder, boolean hasBodies, Tally tally) {
    var work = spark.broadcast(new PassWork(settings, Pass.FIRST, new Ties(), files, 1));
    var configuration = hadoop;
    var rows =
        spark
            .parallelize(numbered(pieces, work), pieces.size())
            .flatMap(piece ->
                rows(piece, work.value(), configuration.value().value(), tally).iterator());
    var table = session.createDataFrame(rows, ParquetTable.SCHEMA);
    if (!hasBodies)
      table = table.withColumn("chain", ParquetTable.withoutBodies(table.col("chain")));
    table.write().option("compression", "zstd").parquet(folder);
    work.destroy();
  }

  /// A piece and the number of its first line.
  private record NumberedPiece(Piece piece, long firstLine) implements java.io.Serializable {}

  private List<NumberedPiece> numbered(List<Piece> pieces, Broadcast<PassWork> work) {
    var configuration = hadoop;
    List<Long> lines =
        spark
            .parallelize(pieces, pieces.size())
            .map(piece -> lines(piece, work.value(), configuration.value().value()))
            .collect();
    var numbered = new ArrayList<NumberedPiece>();
    long next = 1;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).fromByte() == 0) next = 1;
      numbered.add(new NumberedPiece(pieces.get(i), next));
      next += lines.get(i);
    }
    return numbered;
  }

  private static long lines(Piece piece, PassWork work, Configuration hadoop) throws IOException {
    if (piece.isWhole()) return 0;
    long lines = 0;
    byte[] buffer = new byte[1 << 20];
    try (var stream = new PieceStream(work.file(piece.file()).open(hadoop), piece, true)) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer))
        for (int i = 0; i < n; i++) if (buffer[i] == '\n') lines++;
    }
    return lines;
  }

  private static List<Row> rows(
      NumberedPiece numbered, PassWork work, Configuration hadoop, Tally tally) {
    var rows = new ArrayList<Row>();
    var scan =
        PieceScan.decoding(
            work.settings().request(),
            met -> ParquetTable.row(met).ifPresentOrElse(rows::add, () -> tally.leftOut().add(1L)));
    var piece = numbered.piece();
    var file = work.file(piece.file());
    var input = file.input(hadoop);
    var format = work.settings().format(file.format());
    Part part;
    try {
      if (piece.isWhole()) {
        part = scan.file(input, format);
      } else {
        try (var stream = new PieceStream(file.open(hadoop), piece, true)) {
          part = scan.lines(input, (LineFormat) format, stream, numbered.firstLine());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tally.rows().add(rows.size());
    tally.refused().add(part.counts().refused());
    part.unreadables()
        .forEach(fault ->
            tally
                .told()
                .add(
                    "%s %s: %s"
                        .formatted(
                            fault.source().file(), fault.source().location(), fault.detail())));
    return rows;
  }
}
