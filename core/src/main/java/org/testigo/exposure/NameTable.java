package org.testigo.exposure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names by the ways in which they could be read. A flow repeats the names of its lookups and
/// hellos; it counts only for a name that these do not give.
final class NameTable {
  private static final int MOST_NAMES = 500_000;

  private final Map<Key, Count> seen = new HashMap<>();
  private final Map<Key, Count> inFlows = new HashMap<>();
  private final Map<String, EnumSet<NameChannel>> channels = new HashMap<>();
  private final Set<String> withEncryptedHello = new HashSet<>();
  private long untold;

  private record Key(String name, NameChannel channel) {}

  private static final class Count {
    private Optional<Instant> first = Optional.empty();
    private long count;

    void add(Optional<Instant> at) {
      count++;
      if (at.isPresent() && (first.isEmpty() || at.get().isBefore(first.get()))) first = at;
    }
  }

  /// @param name in the form of `HostName`; an empty one is no name
  void add(String name, NameChannel channel, Optional<Instant> at) {
    add(seen, name, channel, at);
  }

  void addOfFlow(String name, NameChannel channel, Optional<Instant> at) {
    add(inFlows, name, channel, at);
  }

  private void add(Map<Key, Count> to, String name, NameChannel channel, Optional<Instant> at) {
    if (name.isEmpty()) return;
    var count = to.get(new Key(name, channel));
    if (count == null) {
      if (seen.size() + inFlows.size() >= MOST_NAMES) {
        untold++;
        return;
      }
      count = new Count();
      to.put(new Key(name, channel), count);
      channels.computeIfAbsent(name, _ -> EnumSet.noneOf(NameChannel.class)).add(channel);
    }
    count.add(at);
  }

  void offersEncryptedHello(String name) {
    if (withEncryptedHello.size() < MOST_NAMES) withEncryptedHello.add(name);
  }

  long encryptedHelloNames() {
    return withEncryptedHello.size();
  }

  long untold() {
    return untold;
  }

  /// How many different names could be read in at least one of the ways.
  long countIn(Set<NameChannel> visible) {
    return channels.values().stream().filter(of -> of.stream().anyMatch(visible::contains)).count();
  }

  List<SeenName> names() {
    var names = new ArrayList<SeenName>();
    seen.forEach((key, count) -> names.add(seenName(key, count)));
    inFlows.forEach((key, count) -> {
      boolean isToldBetter =
          seen.containsKey(key)
              || (key.channel() == NameChannel.DNS
                  && seen.containsKey(new Key(key.name(), NameChannel.HOME_DNS)));
      if (!isToldBetter) names.add(seenName(key, count));
    });
    names.sort(Comparator.comparing(SeenName::name).thenComparing(SeenName::channel));
    return names;
  }

  private static SeenName seenName(Key key, Count count) {
    return new SeenName(key.name(), key.channel(), count.first, count.count);
  }
}
