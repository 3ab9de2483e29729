package org.testigo.exposure;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.testigo.exposure.attribution.Attribution;
import org.testigo.model.IpAddress;

/// A server, with all connections to it.
///
/// @param names under which it was reached, the first ones
/// @param ports that were reached
public record SeenServer(
    IpAddress address,
    Attribution attribution,
    SortedSet<String> names,
    SortedSet<Integer> ports,
    Tally tally,
    Optional<Instant> first,
    Optional<Instant> last) {
  public SeenServer {
    names = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(names));
    ports = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ports));
  }
}
