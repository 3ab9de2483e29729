package org.testigo.formats.sqlite;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// A row decoded from its record: a header with its own size and a type for each value, all
/// varints, then the values. Types: 0 NULL; 1 to 6 integers of 1, 2, 3, 4, 6, 8 bytes; 7 a double;
/// 8 and 9 the integers 0 and 1; even from 12 a blob, odd from 13 a text, of (type - 12) / 2 bytes.
///
/// Used again for every row.
final class StoredRow implements Row {
  private static final int[] SIZES = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};

  private static final int NULL_TYPE = 0;
  private static final int DOUBLE_TYPE = 7;
  private static final int ZERO_TYPE = 8;
  private static final int FIRST_BYTES_TYPE = 12;

  /// The header of a record with the most columns that SQLite can be built for.
  private static final int MAX_HEADER_BYTES = 98_307;

  /// Written before the column was added.
  private static final long MISSING = -1;

  private static final long LOST = -2;

  private final Projection projection;
  private final Payload payload;
  private final long[] types;
  private final int[] offsets;
  private long rowid;
  private long offsetBytes;
  private @Nullable MalformedException loss;

  StoredRow(Projection projection, Payload payload) {
    this.projection = projection;
    this.payload = payload;
    this.types = new long[projection.lastPosition() + 1];
    this.offsets = new int[projection.lastPosition() + 1];
  }

  /// Decodes a cell: for an interior page of an index the left child; the size of the record; for a
  /// table the rowid; the record.
  ///
  /// @throws MalformedException where nothing of the row can be read
  void load(TreePage page, int index, boolean isTable) {
    int cell = page.cell(index);
    int at = cell + (page.isLeaf() ? 0 : 4);
    byte[] data = page.data();
    int length = length(page, cell, at);
    long size = length == 1 ? data[at] : Varint.value(data, at, length);
    at += length;
    rowid = 0;
    if (isTable) {
      length = length(page, cell, at);
      rowid = length == 1 ? data[at] : Varint.value(data, at, length);
      at += length;
    }
    offsetBytes = page.offsetBytes() + cell;
    loss = null;
    payload.locate(page, cell, at, size);
    if (types.length > 0) readTypes();
  }

  private static int length(TreePage page, int cell, int at) {
    int length = Varint.lengthBytes(page.data(), at, page.limit());
    if (length == 0) {
      throw new MalformedException(
          page.offsetBytes() + cell, "a cell of page %d ends in a number".formatted(page.number()));
    }
    return length;
  }

  private void readTypes() {
    payload.reach(Math.min(Varint.MAX_LENGTH_BYTES, payload.sizeBytes()));
    byte[] data = payload.data();
    int from = payload.from();
    int length = Varint.lengthBytes(data, from, from + payload.reached());
    long headerSize = length == 0 ? 0 : Varint.value(data, from, length);
    long most = Math.min(payload.sizeBytes(), MAX_HEADER_BYTES);
    if (headerSize < length || headerSize > most || length == 0) {
      throw malformed(
          "a record header of %d bytes in a record of %d"
              .formatted(headerSize, payload.sizeBytes()));
    }
    if (headerSize > payload.reached()) {
      payload.reach((int) headerSize);
      data = payload.data();
      from = payload.from();
    }
    readTypes(data, from + length, from + (int) headerSize, (int) headerSize);
  }

  private void readTypes(byte[] data, int from, int headerEnd, int headerSize) {
    int at = from;
    long value = headerSize;
    int needed = headerSize;
    for (int i = 0; i < types.length; i++) {
      if (at >= headerEnd) {
        types[i] = MISSING;
        continue;
      }
      long type = data[at];
      if (type >= 0) {
        at++;
      } else {
        int length = Varint.lengthBytes(data, at, headerEnd);
        if (length == 0) throw malformed("a record header ends inside a type");
        type = Varint.value(data, at, length);
        at += length;
      }
      types[i] = type;
      offsets[i] = (int) value;
      value += sizeOf(type);
      if (value > payload.sizeBytes() || value < 0) {
        throw malformed(
            "the values up to column %d take %d bytes of a record of %d"
                .formatted(i, value, payload.sizeBytes()));
      }
      needed = (int) value;
    }
    if (needed > payload.reached()) reachValues();
    if (at >= headerEnd) loseUnknownStandards();
  }

  private long sizeOf(long type) {
    if (type >= FIRST_BYTES_TYPE) return (type - FIRST_BYTES_TYPE) >>> 1;
    if (type < 0 || type >= SIZES.length) {
      throw malformed("serial type %d, expected 0 to 9 or from 12".formatted(type));
    }
    return SIZES[(int) type];
  }

  /// Joins the overflow pages of the values asked for; those that cannot be had are lost, the
  /// others stay.
  private void reachValues() {
    int wanted = 0;
    for (int i = 0; i < projection.size(); i++) {
      int end = end(projection.position(i));
      if (end <= Payload.MAX_BYTES) wanted = Math.max(wanted, end);
      else
        loss =
            malformed(
                "a row with a value up to byte %d, expected at most %d (MAX_BYTES)"
                    .formatted(end, Payload.MAX_BYTES));
    }
    try {
      payload.reach(wanted);
    } catch (MalformedException e) {
      loss = e;
    }
    for (int i = 0; loss != null && i < projection.size(); i++) {
      int position = projection.position(i);
      if (end(position) > payload.reached()) types[position] = LOST;
    }
  }

  private void loseUnknownStandards() {
    for (int i = 0; i < projection.size(); i++) {
      int position = projection.position(i);
      if (position < 0 || types[position] != MISSING) continue;
      if (!(projection.standard(i) instanceof Constant.Unknown unknown)) continue;
      types[position] = LOST;
      loss =
          malformed(
              "a row without the column whose default is %s, which only SQL could compute"
                  .formatted(unknown.expression()));
    }
  }

  /// Where the value at the position ends in the record; 0 where it has no bytes there.
  private int end(int position) {
    return position < 0 || types[position] <= 0
        ? 0
        : offsets[position] + (int) sizeOf(types[position]);
  }

  /// Gives the row, after what was lost of it.
  void give(Budget budget, RowVisitor visitor) {
    budget.spendRow();
    if (loss != null) visitor.damaged(loss);
    visitor.row(this);
  }

  @Override
  public long rowid() {
    return rowid;
  }

  @Override
  public long offsetBytes() {
    return offsetBytes;
  }

  @Override
  public boolean isLost(int index) {
    int position = projection.position(index);
    return position >= 0 && types[position] == LOST;
  }

  @Override
  public boolean isNull(int index) {
    return type(index) == ValueType.NULL;
  }

  @Override
  public ValueType type(int index) {
    int position = projection.position(index);
    if (position < 0) return ValueType.INTEGER;
    long type = types[position];
    if (type >= FIRST_BYTES_TYPE) return (type & 1) == 0 ? ValueType.BLOB : ValueType.TEXT;
    if (type == MISSING) return Constants.type(projection.standard(index));
    if (type == NULL_TYPE || type == LOST) return ValueType.NULL;
    if (type == DOUBLE_TYPE) {
      return Double.isNaN(storedDouble(position)) ? ValueType.NULL : ValueType.REAL;
    }
    return projection.isReal(index) ? ValueType.REAL : ValueType.INTEGER;
  }

  @Override
  public long integer(int index) {
    int position = projection.position(index);
    if (position < 0) return rowid;
    long type = types[position];
    if (type >= FIRST_BYTES_TYPE) return Numbers.leadingInteger(text(index));
    if (type == MISSING) return Constants.integer(projection.standard(index));
    if (type == NULL_TYPE || type == LOST) return 0;
    return type == DOUBLE_TYPE ? (long) storedDouble(position) : storedInteger(position);
  }

  @Override
  public double real(int index) {
    int position = projection.position(index);
    if (position < 0) return rowid;
    long type = types[position];
    if (type >= FIRST_BYTES_TYPE) return Numbers.leadingReal(text(index));
    if (type == MISSING) return Constants.real(projection.standard(index));
    if (type == NULL_TYPE || type == LOST) return 0;
    if (type != DOUBLE_TYPE) return storedInteger(position);
    double value = storedDouble(position);
    return Double.isNaN(value) ? 0 : value;
  }

  @Override
  public String text(int index) {
    int position = projection.position(index);
    if (position >= 0) {
      long type = types[position];
      if (type >= FIRST_BYTES_TYPE) {
        return new String(
            payload.data(),
            payload.from() + offsets[position],
            (int) (type - FIRST_BYTES_TYPE) >>> 1,
            projection.charset());
      }
      if (type == MISSING) return Constants.text(projection.standard(index), projection.charset());
    }
    return switch (type(index)) {
      case NULL -> "";
      case REAL -> Double.toString(real(index));
      case INTEGER, TEXT, BLOB -> Long.toString(integer(index));
    };
  }

  @Override
  public byte[] blob(int index) {
    int position = projection.position(index);
    if (position >= 0 && types[position] >= FIRST_BYTES_TYPE) {
      int from = payload.from() + offsets[position];
      return Arrays.copyOfRange(payload.data(), from, from + (int) sizeOf(types[position]));
    }
    boolean isStandard = position >= 0 && types[position] == MISSING;
    return isStandard && projection.standard(index) instanceof Constant.Bytes bytes
        ? Constants.bytes(bytes)
        : text(index).getBytes(projection.charset());
  }

  private double storedDouble(int position) {
    return Double.longBitsToDouble(
        BigEndian.signedLong(payload.data(), payload.from() + offsets[position]));
  }

  private long storedInteger(int position) {
    int type = (int) types[position];
    if (type >= ZERO_TYPE) return type == ZERO_TYPE ? 0 : 1;
    return BigEndian.signed(payload.data(), payload.from() + offsets[position], SIZES[type]);
  }

  private MalformedException malformed(String detail) {
    return new MalformedException(offsetBytes, detail);
  }
}
