package org.testigo.formats.parquet;

import org.testigo.model.MalformedException;

/// A node of the schema as it is stored: all in one list, each before its children.
///
/// @param type -1 where it has children
/// @param repetition 0 required, 1 optional, 2 repeated
record SchemaNode(
    String name, long type, long typeBytes, long repetition, long children, Meaning meaning) {
  private static final int MAX_NAME_BYTES = 4096;
  private static final int REPEATED = 2;

  boolean isLeaf() {
    return type >= 0;
  }

  boolean isRepeated() {
    return repetition == REPEATED;
  }

  boolean mayBeMissing() {
    return repetition != 0;
  }

  static SchemaNode read(ThriftReader thrift) {
    var read = new Fields();
    long start = thrift.offset();
    thrift.struct(id -> read.field(id, thrift));
    boolean isKnown = read.repetition >= 0 && read.repetition <= REPEATED;
    if (!isKnown)
      throw new MalformedException(
          start, "repetition %d, expected 0 to %d".formatted(read.repetition, REPEATED));
    return new SchemaNode(
        read.name, read.type, read.typeBytes, read.repetition, read.children, read.meaning());
  }

  /// The fields as they come.
  private static final class Fields {
    private String name = "";
    private long type = -1;
    private long typeBytes;
    private long repetition;
    private long children;
    private long converted = -1;
    private Meaning logical = Meaning.NONE;

    private void field(int id, ThriftReader thrift) {
      switch (id) {
        case 1 -> type = thrift.number();
        case 2 -> typeBytes = thrift.number();
        case 3 -> repetition = thrift.number();
        case 4 -> name = thrift.text(MAX_NAME_BYTES);
        case 5 -> children = thrift.number();
        case 6 -> converted = thrift.number();
        case 10 -> thrift.struct(kind -> logical(kind, thrift));
        default -> {}
      }
    }

    private void logical(int kind, ThriftReader thrift) {
      switch (kind) {
        case 1, 4, 12 -> logical = Meaning.TEXT;
        case 6 -> logical = Meaning.DAY;
        case 8 -> thrift.struct(id -> unit(id, thrift));
        case 10 -> {
          logical = Meaning.INTEGER;
          thrift.struct(id -> sign(id, thrift));
        }
        default -> logical = Meaning.OTHER;
      }
    }

    private void unit(int id, ThriftReader thrift) {
      logical = Meaning.OTHER;
      if (id == 2) thrift.struct(unit -> logical = ofUnit(unit));
    }

    private static Meaning ofUnit(int unit) {
      return switch (unit) {
        case 1 -> Meaning.MILLISECONDS;
        case 2 -> Meaning.MICROSECONDS;
        case 3 -> Meaning.NANOSECONDS;
        default -> Meaning.OTHER;
      };
    }

    private void sign(int id, ThriftReader thrift) {
      if (id == 2 && !thrift.flag()) logical = Meaning.UNSIGNED;
    }

    /// The newer of the two ways to say it goes before.
    private Meaning meaning() {
      if (logical != Meaning.NONE) return logical;
      return switch (Math.clamp(converted, -1, 99)) {
        case -1, 1, 2, 3 -> Meaning.NONE;
        case 0, 4, 19 -> Meaning.TEXT;
        case 6 -> Meaning.DAY;
        case 9 -> Meaning.MILLISECONDS;
        case 10 -> Meaning.MICROSECONDS;
        case 11, 12, 13, 14 -> Meaning.UNSIGNED;
        case 15, 16, 17, 18 -> Meaning.INTEGER;
        default -> Meaning.OTHER;
      };
    }
  }
}
