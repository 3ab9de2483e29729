package org.testigo.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.testigo.cluster.Outcome.Failed;
import org.testigo.cluster.Outcome.Found;
import org.testigo.scanning.Part;
import org.testigo.scanning.Pass;
import org.testigo.scanning.ScanReader;
import org.testigo.scanning.ScannedFile;
import org.testigo.scanning.Ties;
import scala.Tuple2;

/// Reads many files at once on the machines of a cluster.
///
/// In later passes what is found in one file is looked for in the next, so files that are read at
/// once are read in vain behind one in which something new was found. How many are read at once
/// adapts to that: half as many after a vain reading, twice as many after none.
final class ClusterReader implements ScanReader {
  private static final int MOST_AT_ONCE = 1 << 20;

  private final SparkSession session;
  private final JavaSparkContext spark;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final Settings settings;
  private final Map<String, ClusterFile> files;
  private final long pieceBytes;

  /// How many lines stand in front of each piece, by the name of the file and the piece's order.
  private final Map<String, Map<Long, Long>> linesBefore = new HashMap<>();

  private int atOnce = MOST_AT_ONCE;

  /// @param pieceBytes how much of a file one task reads
  ClusterReader(
      SparkSession session,
      Broadcast<SerializableConfiguration> hadoop,
      Settings settings,
      List<ClusterFile> files,
      long pieceBytes) {
    this.session = session;
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.hadoop = hadoop;
    this.settings = settings;
    this.files =
        files.stream().collect(Collectors.toMap(ClusterFile::name, file -> file, (a, b) -> a));
    this.pieceBytes = pieceBytes;
  }

  @Override
  public void read(Pass pass, Ties ties, List<ScannedFile> wanted, Taker taker) {
    var wave = wave(pass, wanted);
    List<Outcome> outcomes;
    try {
      outcomes = run(pass, ties, wave);
    } catch (SparkException e) {
      // One damaged table ends the job of all of them: each is tried alone.
      if (!wave.getFirst().isParquet())
        throw new IllegalStateException("a job of the cluster failed", e);
      if (wave.size() > 1) {
        atOnce = 1;
        return;
      }
      taker.refuse("not readable: " + root(e));
      taker.end();
      return;
    }
    take(pass, wave, outcomes, taker);
  }

  private static String root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) cause = cause.getCause();
    return String.valueOf(cause.getMessage());
  }

  /// The next files that are read in the same way: lines and documents, or tables.
  private List<ClusterFile> wave(Pass pass, List<ScannedFile> wanted) {
    var wave = new ArrayList<ClusterFile>();
    int most = pass == Pass.FIRST && atOnce > 1 ? MOST_AT_ONCE : atOnce;
    for (ScannedFile file : wanted) {
      var known = files.get(file.name());
      if (known == null) throw new IllegalStateException("not listed: " + file.name());
      boolean isOther = !wave.isEmpty() && wave.getFirst().isParquet() != known.isParquet();
      if (isOther || wave.size() == most) break;
      wave.add(known);
    }
    return wave;
  }

  private void take(Pass pass, List<ClusterFile> wave, List<Outcome> outcomes, Taker taker) {
    var sorted =
        outcomes.stream()
            .sorted(
                Comparator.<Outcome>comparingInt(outcome -> outcome.key().file())
                    .thenComparingLong(outcome -> outcome.key().order())
                    .thenComparing(outcome -> !outcome.key().sha256().isEmpty())
                    .thenComparing(Outcome::key))
            .iterator();
    var next = sorted.hasNext() ? sorted.next() : null;
    for (int i = 0; i < wave.size(); i++) {
      var before = new LinesBefore(pass, wave.get(i).name());
      while (next != null && next.key().file() == i) {
        before.give(next, taker);
        next = sorted.hasNext() ? sorted.next() : null;
      }
      if (!taker.end()) {
        if (i < wave.size() - 1) atOnce = Math.max(1, wave.size() / 2);
        return;
      }
    }
    atOnce = Math.min(MOST_AT_ONCE, 2 * atOnce);
  }

  /// Counts the lines of a file over its pieces.
  private final class LinesBefore {
    private final Pass pass;
    private final Map<Long, Long> known;
    private long lines;

    LinesBefore(Pass pass, String file) {
      this.pass = pass;
      this.known = linesBefore.computeIfAbsent(file, name -> new HashMap<>());
    }

    void give(Outcome outcome, Taker taker) {
      switch (outcome) {
        case Failed(Outcome.Key key, String why) -> taker.refuse(why);
        case Found(Outcome.Key key, byte[] bytes) -> {
          if (pass != Pass.AGAIN) known.putIfAbsent(key.order(), lines);
          long before = known.getOrDefault(key.order(), 0L);
          var part = Part.of(bytes, line -> numbered(line, before));
          if (pass != Pass.AGAIN) lines += part.counts().read();
          taker.part(part);
        }
        case Outcome.Body body -> throw new IllegalStateException("nobody looked at " + body.key());
      }
    }
  }

  private static long numbered(long line, long before) {
    return line > PieceTask.UNKNOWN_LINES ? line - PieceTask.UNKNOWN_LINES + before : line;
  }

  /// Scans files and gives what came of it, in no order.
  private List<Outcome> run(Pass pass, Ties ties, List<ClusterFile> wave) throws SparkException {
    int attempts = spark.isLocal() ? 1 : spark.getConf().getInt("spark.task.maxFailures", 4);
    var work = spark.broadcast(new PassWork(settings, pass, ties, wave, attempts));
    try {
      var scanned = wave.getFirst().isParquet() ? tables(work, wave) : pieces(work, wave);
      return scanned
          .repartitionAndSortWithinPartitions(new Meeting(spark.defaultParallelism()))
          .mapPartitions(sorted -> new SameCertificates(work.value(), values(sorted)))
          .collect();
    } finally {
      work.destroy();
    }
  }

  private static Iterator<Outcome> values(Iterator<Tuple2<Outcome.Key, Outcome>> pairs) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pairs.hasNext();
      }

      @Override
      public Outcome next() {
        return pairs.next()._2();
      }
    };
  }

  private JavaPairRDD<Outcome.Key, Outcome> pieces(
      Broadcast<PassWork> work, List<ClusterFile> wave) {
    var pieces = new ArrayList<Piece>();
    for (int i = 0; i < wave.size(); i++) {
      var file = wave.get(i);
      boolean canBeCut = file.canBeCut(settings.format(file.format()));
      pieces.addAll(Piece.of(i, file.lengthBytes(), canBeCut, pieceBytes));
    }
    var groups = Piece.together(pieces, pieceBytes);
    var configuration = hadoop;
    return spark
        .parallelize(groups, groups.size())
        .flatMapToPair(group -> {
          var task =
              new PieceTask(
                  work.value(), configuration.value().value(), TaskContext.get().attemptNumber());
          return group.stream()
              .flatMap(piece -> task.scan(piece).stream())
              .map(outcome -> new Tuple2<>(outcome.key(), outcome))
              .iterator();
        });
  }

  private JavaPairRDD<Outcome.Key, Outcome> tables(
      Broadcast<PassWork> work, List<ClusterFile> wave) {
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < wave.size(); i++) numbers.put(ParquetRows.pathOf(wave.get(i).path()), i);
    var configuration = hadoop;
    return ParquetRows.of(session, wave)
        .toJavaRDD()
        .mapPartitionsToPair(rows -> {
          var task =
              new PieceTask(
                  work.value(), configuration.value().value(), TaskContext.get().attemptNumber());
          return new ParquetRows(rows, numbers, work.value(), task);
        });
  }
}
