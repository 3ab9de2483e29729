package org.testigo.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /// All files, in the order of their names. These do not depend on where the files lie, as in the
  /// local command: the file's, or the folder's and the path below it. A file that is meant twice
  /// is read once.
  ///
  /// @param inputs paths of any scheme that Hadoop knows; of this machine where none stands there
  static List<ClusterFile> of(
      List<String> inputs,
      JavaSparkContext spark,
      Broadcast<Settings> settings,
      Broadcast<SerializableConfiguration> hadoop) {
    var listed = new LinkedHashMap<String, ClusterFile>();
    for (String input : inputs) {
      try {
        list(new Path(input), hadoop.value().value(), listed);
      } catch (IOException e) {
        listed.put(input, ClusterFile.refused(input, "not readable: " + e.getMessage()));
      }
    }
    if (listed.isEmpty()) return List.of();
    var files = new ArrayList<ClusterFile>();
    var used = new HashMap<String, Integer>();
    for (ClusterFile file : listed.values()) {
      int count = used.merge(file.name(), 1, Integer::sum);
      files.add(count == 1 ? file : file.named(file.name() + " (" + count + ")"));
    }
    files.sort(Comparator.comparing(ClusterFile::name));
    int tasks = 1 + files.size() / FILES_PER_TASK;
    return spark
        .parallelize(files, tasks)
        .map(file -> recognised(file, settings.value(), hadoop.value().value()))
        .collect();
  }

  private static void list(Path input, Configuration hadoop, Map<String, ClusterFile> files)
      throws IOException {
    var system = input.getFileSystem(hadoop);
    var top = system.getFileStatus(input);
    String name = top.getPath().getName().isEmpty() ? "root" : top.getPath().getName();
    if (top.isFile()) {
      add(name, top, files);
      return;
    }
    var folder = top.getPath().toUri().getPath();
    var found = new ArrayList<FileStatus>();
    var below = system.listFiles(top.getPath(), true);
    while (below.hasNext()) found.add(below.next());
    found.sort(Comparator.comparing(FileStatus::getPath));
    for (FileStatus file : found)
      if (!isMark(file))
        add(name + file.getPath().toUri().getPath().substring(folder.length()), file, files);
  }

  private static void add(String name, FileStatus file, Map<String, ClusterFile> files) {
    var path = file.getPath().toString();
    files.putIfAbsent(path, ClusterFile.listed(name, path, file.getLen()));
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
