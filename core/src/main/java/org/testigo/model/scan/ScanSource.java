package org.testigo.model.scan;

/// A place in scan data.
///
/// @param file the name of the file as handed in
/// @param entry the line, row or element, counted from 1
public record ScanSource(String file, long entry) implements Comparable<ScanSource> {
  public ScanSource {
    if (entry < 1) throw new IllegalArgumentException("entry " + entry + ", expected 1 or more");
  }

  @Override
  public int compareTo(ScanSource other) {
    int order = file.compareTo(other.file);
    return order != 0 ? order : Long.compare(entry, other.entry);
  }
}
