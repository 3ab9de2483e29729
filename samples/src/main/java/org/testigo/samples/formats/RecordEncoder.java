package org.testigo.samples.formats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values to a record: a header of serial types, then the values. See
/// <https://sqlite.org/fileformat2.html#record_format>.
final class RecordEncoder {
  /// SQLite keeps a whole floating-point number as an integer only where that takes six bytes or
  /// less.
  private static final double WHOLE_NUMBER_BOUND = 1L << 47;

  private RecordEncoder() {}

  /// @param values null, Integer, Long, Double, String or `byte[]`
  static byte[] encode(List<Affinity> affinities, @Nullable Object[] values) {
    var header = new Bytes();
    var body = new Bytes();
    for (int i = 0; i < values.length; i++)
      append(header, body, stored(affinities.get(i), values[i]));
    int headerBytes = header.length() + 1;
    if (headerBytes > 127) headerBytes++;
    return new Bytes(headerBytes + body.length())
        .varint(headerBytes)
        .bytes(header.toArray())
        .bytes(body.toArray())
        .toArray();
  }

  private static @Nullable Object stored(Affinity affinity, @Nullable Object value) {
    if (value instanceof Integer number) return number.longValue();
    if (value instanceof Double number && isKeptAsInteger(affinity, number))
      return number.longValue();
    return value;
  }

  private static boolean isKeptAsInteger(Affinity affinity, double number) {
    return affinity.storesWholeNumbersAsIntegers()
        && number == Math.rint(number)
        && Math.abs(number) < WHOLE_NUMBER_BOUND;
  }

  private static void append(Bytes header, Bytes body, @Nullable Object value) {
    switch (value) {
      case null -> header.u8(0);
      case Long number -> appendInteger(header, body, number);
      case Double number -> {
        header.u8(7);
        body.bigEndian(Double.doubleToRawLongBits(number), 8);
      }
      case String text -> {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        header.varint(13 + 2L * utf8.length);
        body.bytes(utf8);
      }
      case byte[] blob -> {
        header.varint(12 + 2L * blob.length);
        body.bytes(blob);
      }
      default -> throw new IllegalArgumentException("no SQLite value: " + value.getClass());
    }
  }

  private static void appendInteger(Bytes header, Bytes body, long number) {
    if (number == 0 || number == 1) {
      header.u8((int) (8 + number));
      return;
    }
    int bits = 64 - Long.numberOfLeadingZeros(number < 0 ? ~number : number) + 1;
    int serialType =
        bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 24 ? 3 : bits <= 32 ? 4 : bits <= 48 ? 5 : 6;
    header.u8(serialType);
    body.bigEndian(number, serialType == 5 ? 6 : serialType == 6 ? 8 : serialType);
  }
}
