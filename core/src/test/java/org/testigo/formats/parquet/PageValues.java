package org.testigo.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes the values of pages in every encoding that is read.
final class PageValues {
  private static final int BLOCK = 128;
  private static final int PARTS = 4;

  private PageValues() {}

  static byte[] plain(List<?> values, PhysicalType type) {
    if (type == PhysicalType.BOOLEAN)
      return packed(values.stream().map(flag -> (boolean) flag ? 1L : 0L).toList(), 1);
    var out = new ByteArrayOutputStream();
    for (Object value : values) out.writeBytes(plain(value, type));
    return out.toByteArray();
  }

  private static byte[] plain(Object value, PhysicalType type) {
    return switch (type) {
      case BOOLEAN -> throw new IllegalArgumentException("bits");
      case INT32 -> number(4, ((Number) value).intValue());
      case INT64 -> number(8, ((Number) value).longValue());
      case FLOAT -> number(4, Float.floatToIntBits((float) value));
      case DOUBLE -> number(8, Double.doubleToLongBits((double) value));
      case INT96, FIXED_LEN_BYTE_ARRAY -> (byte[]) value;
      case BYTE_ARRAY -> joined(number(4, ((byte[]) value).length), (byte[]) value);
    };
  }

  static byte[] number(int bytes, long number) {
    byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
    return Arrays.copyOf(all, bytes);
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  /// The lowest bits of each byte first.
  static byte[] packed(List<Long> numbers, int width) {
    byte[] bytes = new byte[(numbers.size() * width + 7) / 8];
    for (int i = 0; i < numbers.size(); i++) {
      for (int bit = 0; bit < width; bit++) {
        int at = i * width + bit;
        if ((numbers.get(i) >>> bit & 1) == 1) bytes[at / 8] |= (byte) (1 << at % 8);
      }
    }
    return bytes;
  }

  /// Runs of eight and more as such, the others packed.
  static byte[] hybrid(List<Integer> numbers, int width) {
    var out = new ByteArrayOutputStream();
    var waiting = new ArrayList<Long>();
    for (int i = 0; i < numbers.size(); ) {
      int run = run(numbers, i);
      if (waiting.size() % 8 == 0 && run >= 8) {
        pack(waiting, width, out);
        ThriftBytes.varint(out, (long) run << 1);
        out.writeBytes(number((width + 7) / 8, numbers.get(i)));
        i += run;
      } else {
        waiting.add((long) numbers.get(i++));
      }
    }
    pack(waiting, width, out);
    return out.toByteArray();
  }

  private static int run(List<Integer> numbers, int from) {
    int to = from;
    while (to < numbers.size() && numbers.get(to).equals(numbers.get(from))) to++;
    return to - from;
  }

  private static void pack(List<Long> waiting, int width, ByteArrayOutputStream out) {
    if (waiting.isEmpty()) return;
    while (waiting.size() % 8 != 0) waiting.add(0L);
    ThriftBytes.varint(out, waiting.size() / 8 << 1 | 1);
    out.writeBytes(packed(waiting, width));
    waiting.clear();
  }

  static byte[] deltas(List<Long> numbers) {
    var out = new ByteArrayOutputStream();
    ThriftBytes.varint(out, BLOCK);
    ThriftBytes.varint(out, PARTS);
    ThriftBytes.varint(out, numbers.size());
    ThriftBytes.zigzag(out, numbers.isEmpty() ? 0 : numbers.getFirst());
    for (int from = 1; from < numbers.size(); from += BLOCK)
      block(numbers, from, Math.min(numbers.size(), from + BLOCK), out);
    return out.toByteArray();
  }

  private static void block(List<Long> numbers, int from, int to, ByteArrayOutputStream out) {
    var differences = new ArrayList<Long>();
    for (int i = from; i < to; i++) differences.add(numbers.get(i) - numbers.get(i - 1));
    long least = differences.stream().mapToLong(Long::longValue).min().orElseThrow();
    ThriftBytes.zigzag(out, least);
    int partSize = BLOCK / PARTS;
    var packed = new ByteArrayOutputStream();
    for (int part = 0; part < PARTS; part++) {
      var above =
          new ArrayList<>(
              differences.stream()
                  .skip((long) part * partSize)
                  .limit(partSize)
                  .map(difference -> difference - least)
                  .toList());
      int width = above.stream().mapToInt(it -> 64 - Long.numberOfLeadingZeros(it)).max().orElse(0);
      out.write(width);
      if (above.isEmpty()) continue;
      while (above.size() < partSize) above.add(0L);
      packed.writeBytes(packed(above, width));
    }
    out.writeBytes(packed.toByteArray());
  }

  static byte[] deltaLengths(List<byte[]> values) {
    var lengths = values.stream().map(value -> (long) value.length).toList();
    return joined(deltas(lengths), joined(values.toArray(byte[][]::new)));
  }

  static byte[] deltaPrefixes(List<byte[]> values) {
    var prefixes = new ArrayList<Long>();
    var rests = new ArrayList<byte[]>();
    byte[] last = {};
    for (byte[] value : values) {
      int same = Arrays.mismatch(last, value);
      int prefix = same < 0 ? value.length : same;
      prefixes.add((long) prefix);
      rests.add(Arrays.copyOfRange(value, prefix, value.length));
      last = value;
    }
    return joined(deltas(prefixes), deltaLengths(rests));
  }
}
