package org.testigo.indicators.matching;

import org.jspecify.annotations.Nullable;
import org.testigo.indicators.Indicator;

/// An indicator, the pack that carries it, and the next one whose value is the same.
final class Entry {
  final Indicator indicator;
  final String pack;

  /// The place among all indicators, in the order of the packs.
  final int order;

  final @Nullable Entry next;

  Entry(Indicator indicator, String pack, int order, @Nullable Entry next) {
    this.indicator = indicator;
    this.pack = pack;
    this.order = order;
    this.next = next;
  }

  /// The same, with another chain behind it.
  Entry after(Entry before) {
    return new Entry(indicator, pack, order, before);
  }
}
