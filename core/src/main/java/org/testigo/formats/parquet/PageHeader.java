package org.testigo.formats.parquet;

import java.util.OptionalInt;
import org.testigo.model.MalformedException;

/// What stands in front of a page.
///
/// @param values with those that are null
/// @param definitionBytes of levels in front of the values in version 2; -1 in version 1
/// @param repetitionBytes of levels in front of these in version 2; -1 in version 1
/// @param isCompressed whether the values of version 2 are
record PageHeader(
    Kind kind,
    int unpackedBytes,
    int packedBytes,
    OptionalInt crc32,
    int values,
    long encoding,
    long definitionEncoding,
    long repetitionEncoding,
    int definitionBytes,
    int repetitionBytes,
    boolean isCompressed) {

  /// In the order of their numbers.
  enum Kind {
    DATA,
    INDEX,
    DICTIONARY,
    DATA_2
  }

  static PageHeader read(ThriftReader thrift) {
    long start = thrift.offset();
    var read = new Fields();
    thrift.fields(id -> read.field(id, thrift));
    return read.header(start);
  }

  /// The fields as they come.
  private static final class Fields {
    private long kind = -1;
    private long unpackedBytes = -1;
    private long packedBytes = -1;
    private OptionalInt crc32 = OptionalInt.empty();
    private long values;
    private long encoding = -1;
    private long definitionEncoding = Encoding.RLE.number();
    private long repetitionEncoding = Encoding.RLE.number();
    private long definitionBytes = -1;
    private long repetitionBytes = -1;
    private boolean isCompressed = true;

    private void field(int id, ThriftReader thrift) {
      switch (id) {
        case 1 -> kind = thrift.number();
        case 2 -> unpackedBytes = thrift.number();
        case 3 -> packedBytes = thrift.number();
        case 4 -> crc32 = OptionalInt.of((int) thrift.number());
        case 5 -> thrift.struct(field -> data(field, thrift));
        case 7 -> thrift.struct(field -> dictionary(field, thrift));
        case 8 -> thrift.struct(field -> data2(field, thrift));
        default -> {}
      }
    }

    private void data(int id, ThriftReader thrift) {
      switch (id) {
        case 1 -> values = thrift.number();
        case 2 -> encoding = thrift.number();
        case 3 -> definitionEncoding = thrift.number();
        case 4 -> repetitionEncoding = thrift.number();
        default -> {}
      }
    }

    private void dictionary(int id, ThriftReader thrift) {
      switch (id) {
        case 1 -> values = thrift.number();
        case 2 -> encoding = thrift.number();
        default -> {}
      }
    }

    private void data2(int id, ThriftReader thrift) {
      switch (id) {
        case 1 -> values = thrift.number();
        case 4 -> encoding = thrift.number();
        case 5 -> definitionBytes = thrift.number();
        case 6 -> repetitionBytes = thrift.number();
        case 7 -> isCompressed = thrift.flag();
        default -> {}
      }
    }

    private PageHeader header(long start) {
      check(start, "page of kind", kind, Kind.values().length - 1);
      check(start, "page with unpacked bytes", unpackedBytes, Limits.PAGE_BYTES);
      check(start, "page with packed bytes", packedBytes, Limits.PAGE_BYTES);
      check(start, "page with values", values, Limits.PAGE_VALUES);
      var known = Kind.values()[(int) kind];
      if (known == Kind.DATA_2) {
        check(start, "page with bytes of definition levels", definitionBytes, unpackedBytes);
        long room = unpackedBytes - definitionBytes;
        check(start, "page with bytes of repetition levels", repetitionBytes, room);
      }
      return new PageHeader(
          known,
          (int) unpackedBytes,
          (int) packedBytes,
          crc32,
          (int) values,
          encoding,
          definitionEncoding,
          repetitionEncoding,
          (int) definitionBytes,
          (int) repetitionBytes,
          isCompressed);
    }

    private static void check(long start, String what, long met, long most) {
      if (met >= 0 && met <= most) return;
      throw new MalformedException(start, "%s %d, expected 0 to %d".formatted(what, met, most));
    }
  }
}
