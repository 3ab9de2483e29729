package org.testigo.scanning;

import java.util.List;
import java.util.Map;

/// What a scan read, in the order of reading.
///
/// @param wideTies what so many servers share that it ties nobody to the hits, and how many
public record ScanSummary(List<FileCount> files, Map<String, Integer> wideTies) {
  public ScanSummary {
    files = List.copyOf(files);
    wideTies = Map.copyOf(wideTies);
  }

  /// All files together.
  public Counts total() {
    return files.stream().map(FileCount::counts).reduce(Counts.NONE, Counts::plus);
  }
}
