package org.testigo.formats.parquet;

import java.nio.charset.StandardCharsets;

/// One value of a column.
public sealed interface Cell {
  Cell NOTHING = new Nothing();

  /// Null.
  record Nothing() implements Cell {}

  record Flag(boolean flag) implements Cell {}

  record Whole(long number) implements Cell {}

  record Real(double number) implements Cell {}

  /// Bytes or text; compared by identity, and written to by nobody.
  @SuppressWarnings("ArrayRecordComponent")
  record Blob(byte[] bytes) implements Cell {
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
