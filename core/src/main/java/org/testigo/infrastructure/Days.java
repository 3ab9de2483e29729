package org.testigo.infrastructure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;

/// Days on which something was seen, in UTC. What is known to the month only is on no day.
final class Days {
  private static final long SECONDS_PER_DAY = 86_400;

  /// Counted from 1970-01-01, ascending.
  private int[] days = new int[1];

  private int size;

  void add(ScanTime time) {
    if (time.precision() == Precision.MONTH) return;
    add((int) Math.floorDiv(time.at().getEpochSecond(), SECONDS_PER_DAY));
  }

  void add(Days other) {
    other.stream().forEach(this::add);
  }

  private void add(int day) {
    int place = Arrays.binarySearch(days, 0, size, day);
    if (place >= 0) return;
    int at = -place - 1;
    if (size == days.length) days = Arrays.copyOf(days, size * 2);
    System.arraycopy(days, at, days, at + 1, size - at);
    days[at] = day;
    size++;
  }

  IntStream stream() {
    return Arrays.stream(days, 0, size);
  }

  int size() {
    return size;
  }

  /// From the first to the last day, both counted.
  int span() {
    return size == 0 ? 0 : days[size - 1] - days[0] + 1;
  }
}
