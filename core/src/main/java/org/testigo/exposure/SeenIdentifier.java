package org.testigo.exposure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.IpAddress;
import org.testigo.model.Source;

/// A value that tells one person or device from all others and could be read on the way.
///
/// @param seenIn the parts of protocols that held it
/// @param hosts to whom it went, by name; where it went to several, they can link what they know
/// @param hostCount how many different ones, also those that are not listed
/// @param servers to whose addresses it went
/// @param examples where it was read, the first ones
public record SeenIdentifier(
    ClearIdentifier.Kind kind,
    String value,
    SortedSet<String> seenIn,
    SortedSet<String> hosts,
    long hostCount,
    SortedSet<IpAddress> servers,
    Optional<Instant> first,
    Optional<Instant> last,
    long count,
    List<Source> examples) {
  public SeenIdentifier {
    seenIn = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(seenIn));
    hosts = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    servers = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(servers));
    examples = List.copyOf(examples);
  }
}
