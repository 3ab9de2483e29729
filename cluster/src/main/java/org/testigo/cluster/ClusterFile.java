package org.testigo.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.testigo.scanning.ScanInput;
import org.testigo.scans.FileFormat;
import org.testigo.scans.ScanFormat;

/// A file of a file system that Hadoop knows.
///
/// @param name of the file; for a file of a folder, the folder's name in front
/// @param path with its scheme
/// @param format the id of its format; empty where it is refused
/// @param refusal why it is not read; empty where it is
/// @param isPlain whether it is not compressed
record ClusterFile(
    String name, String path, long lengthBytes, String format, String refusal, boolean isPlain)
    implements Serializable {

  static ClusterFile listed(String name, String path, long lengthBytes) {
    return new ClusterFile(name, path, lengthBytes, "", "", false);
  }

  static ClusterFile refused(String name, String why) {
    return new ClusterFile(name, "", 0, "", why, false);
  }

  ClusterFile named(String other) {
    return new ClusterFile(other, path, lengthBytes, format, refusal, isPlain);
  }

  ClusterFile as(String format, boolean isPlain) {
    return new ClusterFile(name, path, lengthBytes, format, "", isPlain);
  }

  boolean isParquet() {
    return ParquetFormat.of(format).isPresent();
  }

  /// Whether pieces of it can be read alone: lines that are not compressed.
  boolean canBeCut(ScanFormat known) {
    return isPlain && !(known instanceof FileFormat);
  }

  org.apache.hadoop.fs.FSDataInputStream open(Configuration hadoop) throws IOException {
    var at = new org.apache.hadoop.fs.Path(path);
    return at.getFileSystem(hadoop).open(at);
  }

  /// The same for the engine. A file of this machine stays one: documents are read where they lie.
  ScanInput input(Configuration hadoop) {
    var uri = new org.apache.hadoop.fs.Path(path).toUri();
    if ("file".equals(uri.getScheme())) return new ScanInput.File(name, Path.of(uri.getPath()));
    return new ScanInput.Elsewhere(name, () -> open(hadoop));
  }
}
