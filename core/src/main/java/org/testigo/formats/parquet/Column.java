package org.testigo.formats.parquet;

import java.util.List;

/// A column that holds values: a leaf of the schema.
///
/// @param path the names from the outermost down, without the schema's own
/// @param typeBytes the size of a value of fixed length; 0 for others
/// @param maxDefinition how many of the path may be missing: an entry with so high a level is there
/// @param maxRepetition how many of the path repeat
/// @param elementDefinition from which level on an entry is an element of its list, not an empty or
///   missing list; 0 outside of lists
public record Column(
    List<String> path,
    PhysicalType type,
    int typeBytes,
    Meaning meaning,
    int maxDefinition,
    int maxRepetition,
    int elementDefinition) {
  public Column {
    path = List.copyOf(path);
  }

  /// The outermost name.
  public String name() {
    return path.getFirst();
  }

  /// The path with dots.
  public String shown() {
    return String.join(".", path);
  }
}
