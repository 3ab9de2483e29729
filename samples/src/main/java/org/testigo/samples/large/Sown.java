package org.testigo.samples.large;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Spreads a few values evenly over many rows.
final class Sown<T> {
  private final Map<Integer, T> byRow = new HashMap<>();

  Sown(List<T> values, int rows) {
    if (rows < values.size())
      throw new IllegalArgumentException("%d rows for %d values".formatted(rows, values.size()));
    for (int i = 0; i < values.size(); i++)
      byRow.put((int) ((2L * i + 1) * rows / (2L * values.size())), values.get(i));
  }

  Optional<T> at(int row) {
    return Optional.ofNullable(byRow.get(row));
  }
}
