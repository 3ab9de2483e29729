package org.testigo.networks;

import java.util.Arrays;

/// The boundaries of one family of addresses while a column is made, ascending. An IPv4 address
/// stands in the last 4 bytes.
final class Boundaries {
  /// What ends with this address leaves a boundary beyond it, which no address reaches.
  private static final long HIGHEST_V4 = 0xffff_ffffL;

  private long[] highs = new long[1024];
  private long[] lows = new long[1024];
  private int[] values = new int[1024];
  private int size;

  /// Begins with no number at the lowest address.
  Boundaries() {
    size = 1;
  }

  /// From here on the number is this one. At the place of the last boundary it takes its place; the
  /// same number as before makes no boundary.
  void put(long high, long low, int value) {
    if (highs[size - 1] == high && lows[size - 1] == low) size--;
    if (size > 0 && values[size - 1] == value) return;
    if (size == highs.length) grow();
    highs[size] = high;
    lows[size] = low;
    values[size++] = value;
  }

  private void grow() {
    int length = size * 2;
    highs = Arrays.copyOf(highs, length);
    lows = Arrays.copyOf(lows, length);
    values = Arrays.copyOf(values, length);
  }

  /// The column of the boundaries of both families.
  static AddressColumn column(Boundaries v4, Boundaries v6) {
    if (v4.lows[v4.size - 1] > HIGHEST_V4) v4.size--;
    var starts4 = new int[v4.size];
    for (int i = 0; i < starts4.length; i++) starts4[i] = (int) v4.lows[i];
    return new AddressColumn(
        starts4,
        Arrays.copyOf(v4.values, v4.size),
        Arrays.copyOf(v6.highs, v6.size),
        Arrays.copyOf(v6.lows, v6.size),
        Arrays.copyOf(v6.values, v6.size));
  }
}
