package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Made-up files of one format: what the shared tests read, cut and flip. Announces itself with
/// `@AutoService(ScanFixture.class)`.
public interface ScanFixture {

  String formatId();

  List<File> files();

  /// A file of scan data.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record File(String name, byte[] content) {
    public static File of(String name, String content) {
      return new File(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
