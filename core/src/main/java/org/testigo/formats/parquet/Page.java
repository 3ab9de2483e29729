package org.testigo.formats.parquet;

import org.jspecify.annotations.Nullable;

/// A page of data while it is read.
///
/// Version 1 is compressed as a whole: the repetition and the definition levels where there can be
/// any, each behind their length (4, little-endian), and the values. In version 2 the header tells
/// these lengths, and only the values are compressed.
final class Page {
  private final Column column;
  private final @Nullable RunReader repetitions;
  private final @Nullable RunReader definitions;
  private final Values values;
  private int left;

  private Page(
      Column column,
      @Nullable RunReader repetitions,
      @Nullable RunReader definitions,
      Values values,
      int left) {
    this.column = column;
    this.repetitions = repetitions;
    this.definitions = definitions;
    this.values = values;
    this.left = left;
  }

  /// @param bytes unpacked
  static Page first(
      PageHeader header, PageBytes bytes, Column column, @Nullable Dictionary dictionary) {
    var repetitions = levels(bytes, column, column.maxRepetition(), header.repetitionEncoding());
    var definitions = levels(bytes, column, column.maxDefinition(), header.definitionEncoding());
    return new Page(
        column,
        repetitions,
        definitions,
        values(header, bytes, column, dictionary),
        header.values());
  }

  private static @Nullable RunReader levels(
      PageBytes bytes, Column column, int highest, long encoding) {
    if (highest == 0) return null;
    var known = Encoding.of(encoding, column);
    if (known != Encoding.RLE) throw known.unsupported(column);
    var part = bytes.part(Integer.toUnsignedLong(bytes.number32()), "levels");
    return new RunReader(part, RunReader.widthOf(highest));
  }

  /// @param levels both kinds, in front of the values
  static Page second(
      PageHeader header,
      PageBytes levels,
      PageBytes bytes,
      Column column,
      @Nullable Dictionary dictionary) {
    var repetitions = levels(levels, header.repetitionBytes(), column.maxRepetition());
    var definitions = levels(levels, header.definitionBytes(), column.maxDefinition());
    return new Page(
        column,
        repetitions,
        definitions,
        values(header, bytes, column, dictionary),
        header.values());
  }

  private static @Nullable RunReader levels(PageBytes bytes, int length, int highest) {
    var part = bytes.part(length, "levels");
    return highest == 0 ? null : new RunReader(part, RunReader.widthOf(highest));
  }

  private static Values values(
      PageHeader header, PageBytes bytes, Column column, @Nullable Dictionary dictionary) {
    // Where all are null there may be nothing, not even what begins an encoding.
    if (bytes.at == bytes.end)
      return () -> {
        throw bytes.damaged("no value, expected one");
      };
    var encoding = Encoding.of(header.encoding(), column);
    return switch (encoding) {
      case PLAIN -> new PlainValues(bytes, column.type(), column.typeBytes());
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
        if (dictionary == null) throw bytes.damaged("a page that refers to no dictionary");
        yield dictionary.read(bytes);
      }
      case RLE -> flags(bytes, column);
      case DELTA_BINARY_PACKED -> numbers(bytes, header, column);
      case DELTA_LENGTH_BYTE_ARRAY -> {
        if (column.type() != PhysicalType.BYTE_ARRAY) throw encoding.unsupported(column);
        yield DeltaArrays.ofLengths(bytes, header.values());
      }
      case DELTA_BYTE_ARRAY -> {
        if (column.type() != PhysicalType.BYTE_ARRAY) throw encoding.unsupported(column);
        yield DeltaArrays.ofPrefixes(bytes, header.values());
      }
      case GROUP_VAR_INT, BIT_PACKED, BYTE_STREAM_SPLIT -> throw encoding.unsupported(column);
    };
  }

  private static Values flags(PageBytes bytes, Column column) {
    if (column.type() != PhysicalType.BOOLEAN) throw Encoding.RLE.unsupported(column);
    var length = Integer.toUnsignedLong(bytes.number32());
    var runs = new RunReader(bytes.part(length, "flags"), 1);
    return () -> new Cell.Flag(runs.next() == 1);
  }

  private static Values numbers(PageBytes bytes, PageHeader header, Column column) {
    var numbers = new DeltaNumbers(bytes, header.values());
    return switch (column.type()) {
      // Differences are taken in the width of the type, so their sum may run over.
      case INT32 -> () -> new Cell.Whole((int) numbers.next());
      case INT64 -> () -> new Cell.Whole(numbers.next());
      case BOOLEAN, INT96, FLOAT, DOUBLE, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
          throw Encoding.DELTA_BINARY_PACKED.unsupported(column);
    };
  }

  boolean isEmpty() {
    return left == 0;
  }

  /// Of the entry that comes next; asked once for each.
  int repetition() {
    return repetitions == null ? 0 : repetitions.upTo(column.maxRepetition());
  }

  int definition() {
    left--;
    return definitions == null ? 0 : definitions.upTo(column.maxDefinition());
  }

  Cell value() {
    return values.next();
  }
}
