package org.testigo.reports.maps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Five classes of a quantity, by quantiles: each holds about as many countries as another.
///
/// @param lowest the least value of each class, rising; fewer than five where there are fewer
///   different values
public record Scale(List<Long> lowest) {
  /// More classes than these cannot be told apart in print.
  public static final int CLASSES = 5;

  public Scale {
    lowest = List.copyOf(lowest);
    for (int i = 1; i < lowest.size(); i++) {
      if (lowest.get(i) <= lowest.get(i - 1)) throw new IllegalArgumentException("" + lowest);
    }
  }

  /// Divides values above zero.
  public static Scale quantiles(Collection<Long> values) {
    var sorted = values.stream().filter(value -> value > 0).sorted().toList();
    var lowest = new ArrayList<Long>();
    for (int i = 0; i < CLASSES && !sorted.isEmpty(); i++) {
      long value = sorted.get(i * sorted.size() / CLASSES);
      if (lowest.isEmpty() || value > lowest.getLast()) lowest.add(value);
    }
    return new Scale(lowest);
  }

  /// The class of a value, 1 to 5; 0 for what is below the first.
  public int classOf(long value) {
    int number = 0;
    while (number < lowest.size() && value >= lowest.get(number)) number++;
    return number;
  }
}
