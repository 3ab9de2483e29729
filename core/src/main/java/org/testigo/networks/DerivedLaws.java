package org.testigo.networks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Derives whose law binds a network from where its addresses are registered: the registries record
/// the country of the holder of every range, and the holders of most of what a network announces
/// sit where its organisation sits. Counted over its IPv4 addresses; over IPv6 where it announces
/// no IPv4. Without a majority, no country.
final class DerivedLaws {
  private final AddressColumn announcers;
  private final AddressColumn registrations;
  private final double[] totals;
  private final Map<Long, Double> shares = new HashMap<>();

  private DerivedLaws(AddressColumn announcers, AddressColumn registrations, int systems) {
    this.announcers = announcers;
    this.registrations = registrations;
    this.totals = new double[systems + 1];
  }

  /// The same networks with their law.
  static SystemList of(SystemList systems, AddressColumn announcers, AddressColumn registrations) {
    var laws = new DerivedLaws(announcers, registrations, systems.size());
    laws.count(false);
    laws.count(true);
    Map<Integer, LawCountry> majorities = laws.majorities();
    List<AutonomousSystem> known = systems.all();
    var derived = new ArrayList<AutonomousSystem>();
    for (int i = 0; i < known.size(); i++)
      derived.add(
          new AutonomousSystem(
              known.get(i).number(),
              known.get(i).name(),
              Optional.ofNullable(majorities.get(i + 1))));
    return SystemList.of(derived, false);
  }

  private void count(boolean v6) {
    double[] before = totals.clone();
    var pieces = new ColumnOverlap(announcers, registrations, v6);
    while (pieces.next()) {
      int system = pieces.leftValue();
      if (system == 0 || before[system] > 0) continue;
      double width = pieces.width();
      totals[system] += width;
      if (pieces.rightValue() != CountryCodes.NONE)
        shares.merge((long) system << 16 | pieces.rightValue(), width, Double::sum);
    }
  }

  private Map<Integer, LawCountry> majorities() {
    var laws = new HashMap<Integer, LawCountry>();
    shares.forEach((key, width) -> {
      int system = (int) (key >>> 16);
      if (width * 2 <= totals[system]) return;
      int percent = (int) (100 * width / totals[system]);
      CountryCodes.country((int) (key & 0xffff))
          .ifPresent(country -> laws.put(system, LawCountry.derived(country, percent)));
    });
    return laws;
  }
}
