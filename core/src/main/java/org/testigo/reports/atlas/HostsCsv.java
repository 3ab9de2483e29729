package org.testigo.reports.atlas;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Claim;
import org.testigo.infrastructure.Host;
import org.testigo.model.IpAddress;
import org.testigo.reports.Words;

/// Writes `hosts.csv`: one row per host with its addresses, where they stand and whose law binds
/// their networks, why they were folded, and what was published of them.
final class HostsCsv {
  private static final String HEADING =
      "host,addresses,cluster,families,first_seen,last_seen,active,countries,law,networks,"
          + "merged_because,claims";

  private final Words words;
  private final Map<IpAddress, Address> addresses = new HashMap<>();

  private HostsCsv(Atlas atlas, Words words) {
    this.words = words;
    for (Address address : atlas.addresses()) addresses.put(address.ip(), address);
  }

  static void write(Atlas atlas, Words words, OutputStream out) {
    var hosts = new HostsCsv(atlas, words);
    try (var csv = new Csv(out, HEADING)) {
      for (Host host : atlas.hosts()) csv.row(hosts.cells(host));
    }
  }

  private List<String> cells(Host host) {
    return List.of(
        host.id(),
        Csv.several(host.addresses()),
        host.cluster(),
        Csv.several(new TreeSet<>(of(host).flatMap(a -> a.families().stream()).toList())),
        Shown.text(Shown.first(host.seen())),
        Shown.text(Shown.last(host.seen())),
        host.isActive() ? "yes" : "no",
        known(of(host).map(address -> address.place().shownCountry())),
        known(of(host).map(address -> address.place().law())),
        known(of(host).map(address -> address.place().network())),
        Csv.several(host.merges().stream().map(merge -> words.say(merge.because())).toList()),
        Csv.several(of(host).flatMap(a -> a.claims().stream()).map(this::claim).toList()));
  }

  private static String known(Stream<String> values) {
    return Csv.several(values.filter(value -> !value.isEmpty()).toList());
  }

  private Stream<Address> of(Host host) {
    return host.addresses().stream().map(ip -> Objects.requireNonNull(addresses.get(ip)));
  }

  private String claim(Claim claim) {
    return words.say(
        AtlasFiles.class,
        "claim",
        claim.predicate(),
        claim.object(),
        claim.report(),
        claim.date().map(Object::toString).orElse("–"));
  }
}
