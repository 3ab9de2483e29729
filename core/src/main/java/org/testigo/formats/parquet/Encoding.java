package org.testigo.formats.parquet;

import org.testigo.model.UnsupportedLayoutException;

/// How the values of a page are written, in the order of their numbers.
enum Encoding {
  PLAIN,
  /// Never used.
  GROUP_VAR_INT,
  /// The older name of [#RLE_DICTIONARY].
  PLAIN_DICTIONARY,
  RLE,
  /// Of levels, before there was [#RLE].
  BIT_PACKED,
  DELTA_BINARY_PACKED,
  DELTA_LENGTH_BYTE_ARRAY,
  DELTA_BYTE_ARRAY,
  RLE_DICTIONARY,
  BYTE_STREAM_SPLIT;

  int number() {
    return ordinal();
  }

  static Encoding of(long number, Column column) {
    if (number < 0 || number >= values().length)
      throw new UnsupportedLayoutException(
          "column %s is written in encoding %d, known are 0 to %d"
              .formatted(column.shown(), number, values().length - 1));
    return values()[(int) number];
  }

  UnsupportedLayoutException unsupported(Column column) {
    return new UnsupportedLayoutException(
        "column %s of type %s is written in %s, which is not read"
            .formatted(column.shown(), column.type(), this));
  }
}
