package org.testigo.networks;

import java.util.Arrays;
import java.util.Comparator;
import org.testigo.model.IpAddress;

/// Ranges of addresses of one family with a number each, in any order, on their way into a column.
/// Where ranges overlap, the one that starts later, and of two that start together the narrower,
/// stands for what it covers; of two equal ones the one that was added last.
final class Ranges {
  private long[] firstHighs = new long[1024];
  private long[] firstLows = new long[1024];
  private long[] lastHighs = new long[1024];
  private long[] lastLows = new long[1024];
  private int[] values = new int[1024];
  private int size;
  private boolean isSorted = true;

  void add(IpAddress first, IpAddress last, int value) {
    add(first.high(), first.low(), last.high(), last.low(), value);
  }

  void add(long firstHigh, long firstLow, long lastHigh, long lastLow, int value) {
    if (size == values.length) grow();
    firstHighs[size] = firstHigh;
    firstLows[size] = firstLow;
    lastHighs[size] = lastHigh;
    lastLows[size] = lastLow;
    values[size++] = value;
    isSorted = isSorted && (size == 1 || inOrder(size - 2, size - 1) <= 0);
  }

  private void grow() {
    int length = size * 2;
    firstHighs = Arrays.copyOf(firstHighs, length);
    firstLows = Arrays.copyOf(firstLows, length);
    lastHighs = Arrays.copyOf(lastHighs, length);
    lastLows = Arrays.copyOf(lastLows, length);
    values = Arrays.copyOf(values, length);
  }

  /// By start; of two that start together the wider first.
  private int inOrder(int one, int other) {
    int order = compare(firstHighs[one], firstLows[one], firstHighs[other], firstLows[other]);
    return order != 0
        ? order
        : compare(lastHighs[other], lastLows[other], lastHighs[one], lastLows[one]);
  }

  private static int compare(long high, long low, long otherHigh, long otherLow) {
    int order = Long.compareUnsigned(high, otherHigh);
    return order != 0 ? order : Long.compareUnsigned(low, otherLow);
  }

  /// The boundaries of all ranges, overlaps resolved.
  Boundaries boundaries() {
    var open = new Open();
    for (int range : order()) {
      open.closeBefore(range);
      open.open(range);
    }
    open.closeAll();
    return open.boundaries;
  }

  private int[] order() {
    var order = new int[size];
    for (int i = 0; i < size; i++) order[i] = i;
    if (isSorted) return order;
    Comparator<Integer> byStart = this::inOrder;
    Integer[] boxed = Arrays.stream(order).boxed().toArray(Integer[]::new);
    Arrays.sort(boxed, byStart);
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }

  /// The ranges that cover the place that the sweep has reached, the one that counts last.
  private final class Open {
    private final Boundaries boundaries = new Boundaries();
    private int[] stack = new int[16];
    private int depth;

    private void open(int range) {
      if (depth == stack.length) stack = Arrays.copyOf(stack, depth * 2);
      stack[depth++] = range;
      boundaries.put(firstHighs[range], firstLows[range], values[range]);
    }

    private void closeBefore(int range) {
      while (depth > 0 && isOver(stack[depth - 1], range)) close();
    }

    private boolean isOver(int range, int next) {
      return compare(lastHighs[range], lastLows[range], firstHighs[next], firstLows[next]) < 0;
    }

    private void closeAll() {
      while (depth > 0) close();
    }

    /// Ends the last range, and with it those below that ended already: after it the number of what
    /// is still open counts.
    private void close() {
      int ended = stack[--depth];
      while (depth > 0 && endsNoLater(stack[depth - 1], ended)) depth--;
      long low = lastLows[ended] + 1;
      long high = low == 0 ? lastHighs[ended] + 1 : lastHighs[ended];
      if ((high | low) == 0) return; // the range holds the highest address
      boundaries.put(high, low, depth == 0 ? CountryCodes.NONE : values[stack[depth - 1]]);
    }

    private boolean endsNoLater(int below, int ended) {
      return compare(lastHighs[below], lastLows[below], lastHighs[ended], lastLows[ended]) <= 0;
    }
  }
}
