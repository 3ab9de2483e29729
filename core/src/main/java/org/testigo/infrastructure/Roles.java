package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testigo.model.IpAddress;
import org.testigo.model.Text;

/// Gives roles, and only those that the data shows: a page that was made for another machine shows
/// that its server passes requests on. Scan data alone shows no collector and no endpoint, since
/// every hop shows the collector's certificate.
final class Roles {
  /// The page names the machine behind.
  private static final int ADDRESS_CONFIDENCE = 80;

  /// The page was made for another country; tables of countries err.
  private static final int COUNTRY_CONFIDENCE = 50;

  private final Map<IpAddress, List<Text>> addressReasons = new HashMap<>();
  private final Map<IpAddress, List<Text>> countryReasons = new HashMap<>();

  Roles(Signs signs) {
    for (Cluster.ChainLink hop : signs.hops()) add(addressReasons, hop.from(), hop.because());
    for (ProxySuspicion suspicion : signs.suspicions()) {
      switch (suspicion.basis()) {
        case DECOY_PAGE ->
            add(
                countryReasons,
                suspicion.address(),
                Text.of(
                    Role.class,
                    "page-country",
                    suspicion.generatedFor(),
                    suspicion.servedFrom(),
                    suspicion.quoted()));
        // What was only published is shown as published, and gives no role.
        case PUBLISHED -> {}
      }
    }
  }

  private static void add(Map<IpAddress, List<Text>> reasons, IpAddress ip, Text because) {
    reasons.computeIfAbsent(ip, key -> new ArrayList<>()).add(because);
  }

  AssignedRole of(IpAddress ip) {
    var because = new ArrayList<>(addressReasons.getOrDefault(ip, List.of()));
    int confidence = because.isEmpty() ? COUNTRY_CONFIDENCE : ADDRESS_CONFIDENCE;
    because.addAll(countryReasons.getOrDefault(ip, List.of()));
    return because.isEmpty()
        ? AssignedRole.UNKNOWN
        : new AssignedRole(Role.RELAY, confidence, because);
  }
}
