package org.testigo.formats.parquet;

import java.util.List;

/// Rows that lie together, each column in one piece.
///
/// @param firstRow of the file, counted from 0
public record RowGroup(long firstRow, long rows, List<Chunk> chunks) {
  public RowGroup {
    chunks = List.copyOf(chunks);
  }

  /// The piece of one column. Nothing of it is checked before it is opened.
  ///
  /// @param codec its number in the format
  /// @param values with those that are null
  /// @param dictionaryOffset 0 where there is none
  /// @param path empty where it is not said
  /// @param elsewhere the name of another file, where it lies there; empty where it lies here
  record Chunk(
      long codec,
      long values,
      long dictionaryOffset,
      long dataOffset,
      long lengthBytes,
      List<String> path,
      String elsewhere,
      boolean isEncrypted) {
    Chunk {
      path = List.copyOf(path);
    }

    long startBytes() {
      boolean isFirst = dictionaryOffset > 0 && dictionaryOffset < dataOffset;
      return isFirst ? dictionaryOffset : dataOffset;
    }
  }
}
