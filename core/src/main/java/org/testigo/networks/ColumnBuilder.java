package org.testigo.networks;

import org.testigo.model.IpAddress;

/// Gathers ranges of both families and makes a column of them.
final class ColumnBuilder {
  private final Ranges ranges4 = new Ranges();
  private final Ranges ranges6 = new Ranges();

  /// @param first of the same family as the last, and not after it
  void add(IpAddress first, IpAddress last, int value) {
    (first.v6() ? ranges6 : ranges4).add(first, last, value);
  }

  void add(boolean v6, long firstHigh, long firstLow, long lastHigh, long lastLow, int value) {
    (v6 ? ranges6 : ranges4).add(firstHigh, firstLow, lastHigh, lastLow, value);
  }

  AddressColumn build() {
    return Boundaries.column(ranges4.boundaries(), ranges6.boundaries());
  }
}
