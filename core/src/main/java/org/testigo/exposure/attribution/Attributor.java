package org.testigo.exposure.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.testigo.exposure.laws.Company;
import org.testigo.exposure.laws.LegalTables;
import org.testigo.model.IpAddress;
import org.testigo.networks.Network;

/// Says of an address and the name it was reached under where it probably is and whose law reaches
/// it.
public final class Attributor {
  /// More addresses than these are looked up anew each time.
  private static final int MOST_REMEMBERED = 100_000;

  private static final Network NOWHERE =
      new Network(Optional.empty(), Optional.empty(), Optional.empty());

  private final LegalTables tables;
  private final Function<IpAddress, Network> lookUp;
  private final Map<IpAddress, Attribution> remembered = new HashMap<>();

  /// @param lookUp the table of networks
  public Attributor(LegalTables tables, Function<IpAddress, Network> lookUp) {
    this.tables = tables;
    this.lookUp = lookUp;
  }

  public LegalTables tables() {
    return tables;
  }

  public Attribution of(IpAddress server) {
    var known = remembered.get(server);
    if (known != null) return known;
    var attribution = lookedUp(server);
    if (remembered.size() < MOST_REMEMBERED) remembered.put(server, attribution);
    return attribution;
  }

  /// @param name under which it was reached, in the form of `HostName`; empty where it had none
  public Attribution of(IpAddress server, String name) {
    var plain = of(server);
    if (name.isEmpty()) return plain;
    var owner = tables.ownerOfName(name);
    if (owner.isEmpty()) return plain;
    return new Attribution(plain.place(), plain.network(), owner, plain.networkOwner());
  }

  private Attribution lookedUp(IpAddress server) {
    if (AddressScope.of(server) != AddressScope.FAR)
      return new Attribution(Place.NEAR, NOWHERE, Optional.empty(), Optional.empty());
    var network = lookUp.apply(server);
    var owner =
        network.asn().isPresent()
            ? tables.ownerOfNetwork(network.asn().getAsLong())
            : Optional.<Company>empty();
    return new Attribution(place(network, owner), network, Optional.empty(), owner);
  }

  private static Place place(Network network, Optional<Company> owner) {
    if (owner.filter(Company::isEverywhere).isPresent()) return Place.CANNOT_TELL;
    return network
        .probableCountry()
        .map(country -> new Place(Place.Confidence.PROBABLE, Optional.of(country)))
        .orElse(Place.UNKNOWN);
  }
}
