package org.testigo.scans;

import java.util.Optional;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;

/// Where an entry stands, and when its file was made: what entries say nothing of themselves.
record Place(ScanSource source, Optional<ScanTime> fileTime) {
  static Place of(String file, long entry, Optional<ScanTime> fileTime) {
    return new Place(new ScanSource(file, entry), fileTime);
  }

  /// The entry's own time, else that of its file.
  Optional<ScanTime> at(Optional<ScanTime> own) {
    return own.or(() -> fileTime);
  }
}
