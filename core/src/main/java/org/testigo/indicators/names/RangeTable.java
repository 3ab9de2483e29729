package org.testigo.indicators.names;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.testigo.model.AddressRange;
import org.testigo.model.IpAddress;

/// Values by ranges of numeric addresses. An address is looked up once for each length of prefix
/// that the table has, however many ranges there are.
///
/// @param <V> what belongs to a range
public final class RangeTable<V> {
  private final Map<AddressRange, V> ranges = new HashMap<>();
  private final TreeSet<Integer> prefixes = new TreeSet<>();

  /// @param both what becomes of the value that the range has already and the new one
  public void put(AddressRange range, V value, BinaryOperator<V> both) {
    prefixes.add(range.prefixBits());
    ranges.merge(range, value, both);
  }

  /// Gives the value of every range that holds the address, widest first.
  public void find(IpAddress address, Consumer<V> values) {
    for (int bits : prefixes) {
      if (bits > address.bits()) break;
      V value = ranges.get(new AddressRange(address.masked(bits), bits));
      if (value != null) values.accept(value);
    }
  }
}
