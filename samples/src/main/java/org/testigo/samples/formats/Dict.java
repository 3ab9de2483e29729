package org.testigo.samples.formats;

import java.util.ArrayList;
import java.util.List;

/// A dictionary of a property list, in the order in which it was written.
///
/// Values are String, Integer, Long, Double, Boolean, `byte[]`, [java.time.Instant], [Uid], List
/// and Dict.
public record Dict(List<Entry> entries) {
  public Dict {
    entries = List.copyOf(entries);
  }

  /// One key with its value.
  public record Entry(String key, Object value) {}

  /// @param keysAndValues in turn
  public static Dict of(Object... keysAndValues) {
    if (keysAndValues.length % 2 != 0) throw new IllegalArgumentException("a key has no value");
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < keysAndValues.length; i += 2)
      entries.add(new Entry((String) keysAndValues[i], keysAndValues[i + 1]));
    return new Dict(entries);
  }

  public Dict with(String key, Object value) {
    var more = new ArrayList<>(entries);
    more.add(new Entry(key, value));
    return new Dict(more);
  }
}
