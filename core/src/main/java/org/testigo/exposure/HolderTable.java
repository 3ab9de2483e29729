package org.testigo.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.exposure.attribution.Attribution;
import org.testigo.exposure.laws.Company;
import org.testigo.model.Country;
import org.testigo.networks.LawCountry;
import org.testigo.networks.Network;

/// Who holds records of the person: companies, and networks whose owner is not in the table.
final class HolderTable {
  private static final int MOST_HOLDERS = 50_000;
  private static final int MOST_VALUES = 50_000;

  private final Map<String, Gathered> gathered = new HashMap<>();

  private static final class Gathered {
    private final String name;
    private final Optional<Company> company;
    private final List<Country> laws;
    private final Set<String> names = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private Tally tally = Tally.NONE;

    Gathered(String name, Optional<Company> company, List<Country> laws) {
      this.name = name;
      this.company = company;
      this.laws = laws;
    }
  }

  /// A connection counts for the service's owner and for the network's, where these differ.
  void connection(Attribution attribution, String name, Tally one) {
    attribution.serviceOwner().ifPresent(company -> add(of(company), one, name));
    if (attribution.networkOwner().isPresent()) {
      var owner = attribution.networkOwner().get();
      if (!Optional.of(owner).equals(attribution.serviceOwner())) add(of(owner), one, name);
    } else {
      network(attribution.network()).ifPresent(holder -> add(holder, one, name));
    }
  }

  private static void add(Gathered holder, Tally one, String name) {
    holder.tally = holder.tally.plus(one);
    if (!name.isEmpty() && holder.names.size() < MOST_VALUES) holder.names.add(name);
  }

  void record(Company company, Tally one, String name) {
    add(of(company), one, name);
  }

  void identifier(Attribution attribution, String value) {
    attribution.company().ifPresent(company -> identifier(of(company), value));
    if (attribution.company().isEmpty())
      network(attribution.network()).ifPresent(holder -> identifier(holder, value));
  }

  private static void identifier(Gathered holder, String value) {
    if (holder.identifiers.size() < MOST_VALUES) holder.identifiers.add(value);
  }

  private Gathered of(Company company) {
    return gathered.computeIfAbsent(
        "company " + company.id(),
        _ -> new Gathered(company.name(), Optional.of(company), company.laws()));
  }

  private Optional<Gathered> network(Network network) {
    var system = network.system();
    if (system.isEmpty()) return Optional.empty();
    var key = "network " + system.get().number();
    if (gathered.size() >= MOST_HOLDERS && !gathered.containsKey(key)) return Optional.empty();
    var name = system.get().name().isEmpty() ? "AS" + system.get().number() : system.get().name();
    var laws = network.lawCountry().map(LawCountry::country).stream().toList();
    return Optional.of(
        gathered.computeIfAbsent(key, _ -> new Gathered(name, Optional.empty(), laws)));
  }

  /// Most records first, then by name.
  List<Holder> holders() {
    var holders = new ArrayList<Holder>();
    for (Gathered of : gathered.values())
      holders.add(
          new Holder(
              of.name, of.company, of.laws, of.tally, of.names.size(), of.identifiers.size()));
    holders.sort(
        Comparator.comparingLong((Holder holder) -> -holder.tally().records())
            .thenComparing(Holder::name));
    return holders;
  }
}
