package org.testigo.exposure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testigo.exposure.attribution.Attribution;
import org.testigo.exposure.paths.JudgedPath;
import org.testigo.exposure.policy.Violation;
import org.testigo.model.IpAddress;

/// Who could see what. Equal observations in equal order make equal exposures.
///
/// @param seen from the first to the last moment of what was observed
/// @param totals of all records
/// @param near connections that stayed in the network of the device
/// @param servers most connections first
/// @param names by name, then by the way in which it could be read
/// @param identifiers by kind, then by value
/// @param places where the servers of the connections probably are, most connections first
/// @param laws whose law reaches the records, most records first; one record may be reached by
///   several
/// @param holders who holds records, most records first
/// @param views for every observer and every measure
/// @param hours with anything in them, in their order
/// @param resolvers that were asked in the clear, most questions first
/// @param clients addresses of the device outside its own network, where there are any
/// @param encryptedHelloNames names whose servers offer keys for encrypted hellos
/// @param paths that were measured
/// @param violations of the rules, in their order
/// @param undecided how often a rule could not be decided, since the country or law is not known
/// @param untold what did not fit into the limits: so many observations more
public record Exposure(
    Optional<Seen> seen,
    Tally totals,
    long near,
    List<SeenServer> servers,
    List<SeenName> names,
    List<SeenIdentifier> identifiers,
    List<CountryShare> places,
    List<CountryShare> laws,
    List<Holder> holders,
    List<View> views,
    List<HourShare> hours,
    List<Resolver> resolvers,
    List<SeenClient> clients,
    long encryptedHelloNames,
    List<JudgedPath> paths,
    List<Violation> violations,
    long undecided,
    long untold) {
  public Exposure {
    servers = List.copyOf(servers);
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    places = List.copyOf(places);
    laws = List.copyOf(laws);
    holders = List.copyOf(holders);
    views = List.copyOf(views);
    hours = List.copyOf(hours);
    resolvers = List.copyOf(resolvers);
    clients = List.copyOf(clients);
    paths = List.copyOf(paths);
    violations = List.copyOf(violations);
  }

  /// A stretch of time.
  public record Seen(Instant first, Instant last) {}

  /// Who answers questions for names.
  public record Resolver(IpAddress address, Attribution attribution, long questions) {}

  /// An address under which the device itself was seen.
  public record SeenClient(IpAddress address, Attribution attribution, long connections) {}

  /// What an observer sees under a measure.
  public View view(Observer observer, Measure measure) {
    return views.stream()
        .filter(view -> view.observer() == observer && view.measure() == measure)
        .findFirst()
        .orElseThrow();
  }
}
