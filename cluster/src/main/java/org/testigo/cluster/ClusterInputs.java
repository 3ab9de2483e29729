package org.testigo.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.testigo.formats.compression.Compression;
import org.testigo.scanning.ScanInput;
import org.testigo.scanning.ScannedFile;
import org.testigo.scans.ScanFormat;

/// Lists what was handed in and learns the format of every file, on many machines at once.
final class ClusterInputs {
  private static final int FILES_PER_TASK = 64;

  /// Frames of LZ4 are refused although our own reader knows them: who checks a result with Spark
  /// itself would be told of no rows, and of no error.
  private static final String LZ4 =
      "LZ4: Spark reads no rows from such files and says nothing of it, so nobody could check the"
          + " result with it; pack the file with zstd, or trace it without a cluster";

  private ClusterInputs() {}

  /// All files, in the order of their names.
  ///
  /// @param inputs paths of any scheme that Hadoop knows; of this machine where none stands there
  static List<ClusterFile> of(
      List<String> inputs,
      JavaSparkContext spark,
      Broadcast<Settings> settings,
      Broadcast<SerializableConfiguration> hadoop) {
    var files = new ArrayList<ClusterFile>();
    for (String input : inputs) {
      try {
        list(input, hadoop.value().value(), files);
      } catch (IOException e) {
        files.add(ClusterFile.refused(input, "not readable: " + e.getMessage()));
      }
    }
    if (files.isEmpty()) return files;
    files.sort(Comparator.comparing(ClusterFile::name));
    int tasks = 1 + files.size() / FILES_PER_TASK;
    return spark
        .parallelize(files, tasks)
        .map(file -> recognised(file, settings.value(), hadoop.value().value()))
        .collect();
  }

  private static void list(String input, Configuration hadoop, List<ClusterFile> files)
      throws IOException {
    var path = new Path(input);
    var system = path.getFileSystem(hadoop);
    var status = system.getFileStatus(path);
    if (status.isFile()) {
      files.add(ClusterFile.listed(input, system.resolvePath(path).toString(), status.getLen()));
      return;
    }
    var folder = status.getPath().toUri().getPath();
    var below = system.listFiles(path, true);
    while (below.hasNext()) {
      FileStatus file = below.next();
      if (isMark(file)) continue;
      var inside = file.getPath().toUri().getPath().substring(folder.length());
      var name = input.endsWith("/") ? input + inside.substring(1) : input + inside;
      files.add(ClusterFile.listed(name, file.getPath().toString(), file.getLen()));
    }
  }

  /// Spark leaves an empty file beside what it wrote, such as `_SUCCESS`.
  private static boolean isMark(FileStatus file) {
    return file.getLen() == 0 && file.getPath().getName().startsWith("_");
  }

  private static ClusterFile recognised(ClusterFile file, Settings settings, Configuration hadoop) {
    if (!file.refusal().isEmpty()) return file;
    byte[] head;
    try (var stream = file.open(hadoop)) {
      head = stream.readNBytes(Compression.HEAD_BYTES);
    } catch (IOException e) {
      return ClusterFile.refused(file.name(), "not readable: " + e.getMessage());
    }
    var compression = Compression.recognise(head);
    if (compression == Compression.LZ4 || file.name().toLowerCase(Locale.ROOT).endsWith(".lz4"))
      return ClusterFile.refused(file.name(), LZ4);
    if (ParquetFormat.begins(head)) return ParquetTable.recognised(file, hadoop);
    var known = new ScannedFile(file.input(hadoop), settings.request().formats());
    Optional<String> refusal = known.refusal();
    return refusal.isPresent()
        ? ClusterFile.refused(file.name(), refusal.get())
        : file.as(known.format().spec().id(), compression == Compression.NONE);
  }

  /// The same as the engine takes it.
  static ScannedFile scanned(ClusterFile file, Settings settings, Configuration hadoop) {
    if (!file.refusal().isEmpty())
      return new ScannedFile(input(file), Optional.empty(), Optional.of(file.refusal()));
    Optional<ScanFormat> format = Optional.of(settings.format(file.format()));
    return new ScannedFile(file.input(hadoop), format, Optional.empty());
  }

  private static ScanInput input(ClusterFile refused) {
    return new ScanInput.Elsewhere(
        refused.name(),
        () -> {
          throw new IOException(refused.refusal());
        });
  }
}
