package org.testigo.reports.atlas.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Cluster;
import org.testigo.infrastructure.ProxySuspicion;
import org.testigo.model.IpAddress;
import org.testigo.reports.maps.MapPicture;
import org.testigo.reports.maps.MapPicture.Arc;

/// The lines of the map. A hop that a report published has an arrow; what shares a certificate is
/// joined without one; a page that was generated for another country is the faintest.
///
/// Countries that share clusters are joined in the order of how many they share, so that a busy map
/// stays readable; the table of the clusters has them all.
final class Arcs {
  /// More lines than these cannot be followed.
  static final int MOST_TIES = 60;

  private final Sheet sheet;
  private final Optional<Steps> steps;

  Arcs(Sheet sheet, Optional<Steps> steps) {
    this.sheet = sheet;
    this.steps = steps;
  }

  private record Pair(String from, String to) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return Comparator.comparing(Pair::from).thenComparing(Pair::to).compare(this, other);
    }
  }

  /// The faintest first, so that the strongest lie on top.
  List<Arc> all() {
    var arcs = new ArrayList<Arc>();
    suspicions(sheet.atlas(), arcs);
    ties(sheet.atlas(), arcs);
    chains(sheet.atlas(), arcs);
    return arcs;
  }

  private void suspicions(Atlas atlas, List<Arc> arcs) {
    for (ProxySuspicion suspicion : atlas.suspicions()) {
      var from = suspicion.servedFrom();
      var to = suspicion.generatedFor();
      var shown = sheet.say("arc.suspicion", sheet.country(to), sheet.country(from));
      arcs.add(new Arc(from, to, "weak", false, shown, active(suspicion.address())));
    }
  }

  private Optional<MapPicture.Steps> active(IpAddress ip) {
    var seen = sheet.known(ip).flatMap(Address::seen);
    return steps.flatMap(all -> all.of(seen));
  }

  private void ties(Atlas atlas, List<Arc> arcs) {
    Map<Pair, List<Cluster>> shared = new TreeMap<>();
    for (Cluster cluster : atlas.clusters()) {
      var countries = List.copyOf(sheet.countries(cluster));
      for (int i = 0; i < countries.size(); i++)
        for (int j = i + 1; j < countries.size(); j++)
          shared
              .computeIfAbsent(new Pair(countries.get(i), countries.get(j)), _ -> new ArrayList<>())
              .add(cluster);
    }
    shared.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Pair, List<Cluster>> one) -> -one.getValue().size()))
        .limit(MOST_TIES)
        .forEach(one -> arcs.add(tie(one.getKey(), one.getValue())));
  }

  private Arc tie(Pair pair, List<Cluster> clusters) {
    var shown =
        sheet.say("arc.tie", sheet.country(pair.from()), sheet.country(pair.to()), clusters.size());
    var seen = Sheet.together(clusters.stream().map(Cluster::seen));
    return new Arc(pair.from(), pair.to(), "tie", false, shown, steps.flatMap(all -> all.of(seen)));
  }

  private void chains(Atlas atlas, List<Arc> arcs) {
    for (Cluster cluster : atlas.clusters()) {
      for (var link : cluster.chain()) {
        var from = sheet.known(link.from());
        var to = sheet.known(link.to());
        if (from.isEmpty() || to.isEmpty()) continue;
        var shown =
            sheet.say(
                "arc.chain",
                sheet.shown().apply(link.from()),
                sheet.shown().apply(link.to()),
                link.claim()
                    .map(sheet::publishedBy)
                    .orElseGet(() -> sheet.words().say(link.because())));
        arcs.add(
            new Arc(
                from.get().place().shownCountry(),
                to.get().place().shownCountry(),
                "claimed",
                true,
                shown,
                active(link.from())));
      }
    }
  }
}
