package org.testigo.networks;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.testigo.model.IpAddress;

/// A number for every address, 0 where there is none: sorted boundaries in primitive arrays. Each
/// boundary starts a run of addresses with one number that ends before the next; the first boundary
/// of each family is its lowest address.
///
/// An IPv4 address is looked up among the boundaries that share its first 16 bits, an IPv6 address
/// by bisection.
final class AddressColumn {
  private static final int BUCKET_BITS = 16;
  private static final int BUCKETS = 1 << BUCKET_BITS;

  /// Boundaries of IPv4, ascending as unsigned numbers.
  private final int[] starts4;

  private final int[] values4;

  /// For the first 16 bits of an address, the last boundary at or below the lowest such address.
  private final int[] buckets = new int[BUCKETS + 1];

  /// Boundaries of IPv6, ascending as unsigned numbers: their first and last 8 bytes.
  private final long[] highs6;

  private final long[] lows6;
  private final int[] values6;

  AddressColumn(int[] starts4, int[] values4, long[] highs6, long[] lows6, int[] values6) {
    if (starts4.length == 0 || starts4[0] != 0 || highs6.length == 0 || (highs6[0] | lows6[0]) != 0)
      throw new IllegalArgumentException("boundaries begin at the lowest address");
    this.starts4 = starts4;
    this.values4 = values4;
    this.highs6 = highs6;
    this.lows6 = lows6;
    this.values6 = values6;
    fillBuckets();
  }

  /// A column without any number.
  static AddressColumn empty() {
    return new AddressColumn(new int[1], new int[1], new long[1], new long[1], new int[1]);
  }

  private void fillBuckets() {
    int at = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int lowest = bucket << BUCKET_BITS;
      while (at + 1 < starts4.length && Integer.compareUnsigned(starts4[at + 1], lowest) <= 0) at++;
      buckets[bucket] = at;
    }
    buckets[BUCKETS] = starts4.length - 1;
  }

  int at(IpAddress address) {
    return address.v6() ? at(address.high(), address.low()) : at((int) address.low());
  }

  /// @param address of IPv4, unsigned
  int at(int address) {
    if (starts4.length == 1) return values4[0];
    int bucket = address >>> BUCKET_BITS;
    int low = buckets[bucket];
    int high = buckets[bucket + 1];
    int key = address ^ Integer.MIN_VALUE;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if ((starts4[middle] ^ Integer.MIN_VALUE) <= key) low = middle;
      else high = middle - 1;
    }
    return values4[low];
  }

  private int at(long high, long low) {
    int from = 0;
    int to = highs6.length - 1;
    while (from < to) {
      int middle = (from + to + 1) >>> 1;
      if (isAtOrBefore(middle, high, low)) from = middle;
      else to = middle - 1;
    }
    return values6[from];
  }

  private boolean isAtOrBefore(int index, long high, long low) {
    int order = Long.compareUnsigned(highs6[index], high);
    return order != 0 ? order < 0 : Long.compareUnsigned(lows6[index], low) <= 0;
  }

  /// The same boundaries with other numbers; 0 stays 0.
  AddressColumn mapped(IntUnaryOperator numbers) {
    return new AddressColumn(
        starts4,
        Arrays.stream(values4).map(numbers).toArray(),
        highs6,
        lows6,
        Arrays.stream(values6).map(numbers).toArray());
  }

  /// How many boundaries a family has.
  int size(boolean v6) {
    return v6 ? highs6.length : starts4.length;
  }

  /// The first 8 bytes of a boundary; 0 for IPv4.
  long high(boolean v6, int index) {
    return v6 ? highs6[index] : 0;
  }

  /// The last 8 bytes of a boundary, for IPv4 the whole address.
  long low(boolean v6, int index) {
    return v6 ? lows6[index] : Integer.toUnsignedLong(starts4[index]);
  }

  int value(boolean v6, int index) {
    return v6 ? values6[index] : values4[index];
  }
}
