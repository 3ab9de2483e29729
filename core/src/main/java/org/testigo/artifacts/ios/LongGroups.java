package org.testigo.artifacts.ios;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;

/// Numbers grouped by a number, such as the rows of usage by the key of their process: 16 bytes for
/// each. Sorted, not hashed, so that no choice of keys makes it slow. The numbers of a group keep
/// the order in which they were added.
final class LongGroups {
  /// The most that one join table may hold: far more than a very busy phone has, and 64 MB here.
  static final int MOST = 2_000_000;

  private long[] keys = new long[64];
  private long[] values = new long[64];
  private int size;
  private boolean isSorted = true;

  /// @throws LimitHitException when there are [#MOST] already
  void add(long key, long value) {
    if (size == MOST) throw new LimitHitException(Limit.ROWS, MOST);
    if (size == keys.length) {
      int room = Math.min(MOST, size * 2);
      keys = Arrays.copyOf(keys, room);
      values = Arrays.copyOf(values, room);
    }
    isSorted &= size == 0 || keys[size - 1] <= key;
    keys[size] = key;
    values[size++] = value;
  }

  boolean has(long key) {
    int first = firstOf(key);
    return first < size && keys[first] == key;
  }

  /// The first number added for the key, or the other one where there is none.
  long firstOr(long key, long otherwise) {
    int first = firstOf(key);
    return first < size && keys[first] == key ? values[first] : otherwise;
  }

  void forEach(long key, LongConsumer visitor) {
    for (int i = firstOf(key); i < size && keys[i] == key; i++) visitor.accept(values[i]);
  }

  /// Every pair, by key.
  void forEach(PairVisitor visitor) {
    sort();
    for (int i = 0; i < size; i++) visitor.pair(keys[i], values[i]);
  }

  interface PairVisitor {
    void pair(long key, long value);
  }

  /// The first entry whose key is not below the given one.
  private int firstOf(long key) {
    sort();
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /// Bottom-up merging: stable, and without an object for each entry.
  private void sort() {
    if (isSorted) return;
    long[] keysTo = new long[keys.length];
    long[] valuesTo = new long[keys.length];
    for (int width = 1; width < size; width *= 2) {
      for (int from = 0; from < size; from += 2 * width) {
        merge(
            from, Math.min(from + width, size), Math.min(from + 2 * width, size), keysTo, valuesTo);
      }
      long[] keysFrom = keys;
      long[] valuesFrom = values;
      keys = keysTo;
      values = valuesTo;
      keysTo = keysFrom;
      valuesTo = valuesFrom;
    }
    isSorted = true;
  }

  private void merge(int from, int middle, int to, long[] keysTo, long[] valuesTo) {
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takesLeft = left < middle && (right == to || keys[left] <= keys[right]);
      int taken = takesLeft ? left++ : right++;
      keysTo[i] = keys[taken];
      valuesTo[i] = values[taken];
    }
  }
}
