package org.testigo.exposure.attribution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testigo.exposure.laws.Company;
import org.testigo.model.Country;
import org.testigo.networks.LawCountry;
import org.testigo.networks.Network;

/// Where a server probably is and whose law binds those who run it: two answers that are never
/// mixed.
///
/// @param network as the table of networks has it
/// @param serviceOwner whose the name is under which the server was reached
/// @param networkOwner whose the network is
public record Attribution(
    Place place, Network network, Optional<Company> serviceOwner, Optional<Company> networkOwner) {

  /// Who runs it, as far as the table of companies knows: first the service, then the network.
  public Optional<Company> company() {
    return serviceOwner.or(() -> networkOwner);
  }

  /// The countries whose law binds the service's owner and the network's: a sourced company before
  /// what is derived from where addresses are registered.
  public List<Country> laws() {
    var ofService = serviceOwner.stream().flatMap(company -> company.laws().stream());
    var ofNetwork = networkOwner.map(company -> company.laws().stream()).orElseGet(this::derived);
    return Stream.concat(ofService, ofNetwork).distinct().toList();
  }

  private Stream<Country> derived() {
    return network.lawCountry().map(LawCountry::country).stream();
  }

  /// How the law is known: `sourced`, `registered`, `derived-99` with the share of addresses in
  /// percent, both joined by `;`, empty where it is not known.
  public String lawConfidence() {
    var network = networkOwner.isPresent() ? Optional.of("sourced") : derivedConfidence();
    return Stream.concat(serviceOwner.map(_ -> "sourced").stream(), network.stream())
        .distinct()
        .reduce((a, b) -> a + ";" + b)
        .orElse("");
  }

  private Optional<String> derivedConfidence() {
    return network
        .lawCountry()
        .map(law ->
            switch (law.basis()) {
              case REGISTERED -> "registered";
              case MAJORITY_OF_ADDRESSES -> "derived-" + law.sharePercent();
            });
  }
}
