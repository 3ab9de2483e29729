package org.testigo.exposure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.testigo.exposure.attribution.AddressScope;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.IpAddress;
import org.testigo.model.Observation;
import org.testigo.model.Source;

/// Identifiers in the clear, and other signs by which an app is told from others.
final class IdentifierTable {
  private static final int MOST_IDENTIFIERS = 100_000;
  private static final int MOST_HOSTS = 20;
  private static final int MOST_EXAMPLES = 3;
  private static final int MOST_SIGNS = 100_000;

  private final Map<Key, Gathered> gathered = new HashMap<>();
  private final Map<ValueChannel, Set<String>> signs = new EnumMap<>(ValueChannel.class);
  private long untold;

  private record Key(ClearIdentifier.Kind kind, String value) {}

  private static final class Gathered {
    private final TreeSet<String> seenIn = new TreeSet<>();
    private final TreeSet<String> hosts = new TreeSet<>();
    private final TreeSet<IpAddress> servers = new TreeSet<>();
    private final Set<Integer> hostHashes = new HashSet<>();
    private final Set<ValueChannel> channels = EnumSet.noneOf(ValueChannel.class);
    private final List<Source> examples = new ArrayList<>();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private long count;

    void add(ClearIdentifier clear, Observation observation) {
      count++;
      if (seenIn.size() < MOST_HOSTS) seenIn.add(clear.seenIn());
      clear.host().ifPresent(this::host);
      if (servers.size() < MOST_HOSTS) servers.add(clear.conversation().server());
      channels.add(channel(clear));
      if (examples.size() < MOST_EXAMPLES) examples.add(observation.source());
      observation.firstObserved().ifPresent(this::seenAt);
      observation.lastObserved().ifPresent(this::seenAt);
    }

    private void host(String host) {
      if (hosts.size() < MOST_HOSTS) hosts.add(host);
      if (hostHashes.size() < MOST_SIGNS) hostHashes.add(host.hashCode());
    }

    private void seenAt(Instant at) {
      if (first.isEmpty() || at.isBefore(first.get())) first = Optional.of(at);
      if (last.isEmpty() || at.isAfter(last.get())) last = Optional.of(at);
    }
  }

  void add(ClearIdentifier clear, Observation observation) {
    var key = new Key(clear.kind(), clear.value());
    var known = gathered.get(key);
    if (known == null) {
      if (gathered.size() >= MOST_IDENTIFIERS) {
        untold++;
        return;
      }
      known = new Gathered();
      gathered.put(key, known);
    }
    known.add(clear, observation);
  }

  private static ValueChannel channel(ClearIdentifier clear) {
    if (AddressScope.of(clear.conversation().server()) != AddressScope.FAR)
      return ValueChannel.NEAR;
    return clear.seenIn().startsWith("http") ? ValueChannel.HTTP : ValueChannel.OTHER;
  }

  /// A fingerprint of a hello, or the name that a program gives itself.
  void sign(ValueChannel channel, String sign) {
    var of = signs.computeIfAbsent(channel, _ -> new HashSet<>());
    if (!sign.isEmpty() && of.size() < MOST_SIGNS) of.add(sign);
  }

  long untold() {
    return untold;
  }

  /// How many identifiers could be read in at least one of the ways.
  long countIn(Set<ValueChannel> visible) {
    return gathered.values().stream()
        .filter(of -> of.channels.stream().anyMatch(visible::contains))
        .count();
  }

  long signsIn(Set<ValueChannel> visible) {
    return visible.stream()
        .mapToLong(channel -> signs.getOrDefault(channel, Set.of()).size())
        .sum();
  }

  List<SeenIdentifier> identifiers() {
    var all = new ArrayList<SeenIdentifier>();
    gathered.forEach((key, of) ->
        all.add(
            new SeenIdentifier(
                key.kind(),
                key.value(),
                of.seenIn,
                of.hosts,
                of.hostHashes.size(),
                of.servers,
                of.first,
                of.last,
                of.count,
                of.examples)));
    all.sort(Comparator.comparing(SeenIdentifier::kind).thenComparing(SeenIdentifier::value));
    return all;
  }
}
