package org.testigo.networks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers the networks of a table while its ranges are read, and then puts them in order of their
/// numbers. Of a network that is mentioned again the first name and law stand.
final class SystemCollector {
  private final Map<Long, Integer> mentions = new HashMap<>();
  private final List<AutonomousSystem> systems = new ArrayList<>();

  /// The number to put into a column for the network, until [#ordered].
  int mention(long number, String name, Optional<LawCountry> law) {
    Integer known = mentions.get(number);
    if (known != null) return known;
    systems.add(new AutonomousSystem(number, name, law));
    mentions.put(number, systems.size());
    return systems.size();
  }

  /// The networks in order, and the column with their places in it.
  Ordered ordered(AddressColumn column, boolean isRegistered) {
    var sorted = new ArrayList<>(systems);
    sorted.sort(Comparator.comparingLong(AutonomousSystem::number));
    var places = new int[systems.size() + 1];
    for (int i = 0; i < sorted.size(); i++)
      places[mentions.getOrDefault(sorted.get(i).number(), 0)] = i + 1;
    return new Ordered(SystemList.of(sorted, isRegistered), column.mapped(value -> places[value]));
  }

  /// @param column its values are places in the list, plus 1
  record Ordered(SystemList systems, AddressColumn column) {}
}
