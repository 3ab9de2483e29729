package org.testigo.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.model.IpAddress;

/// Which names were asked for when an address was the answer, newest last. The addresses that were
/// not asked for the longest are forgotten first.
final class NameTable {
  private static final int MOST_ADDRESSES = 100_000;
  private static final int MOST_NAMES = 4;

  private final Map<IpAddress, List<String>> names =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IpAddress, List<String>> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  void add(IpAddress address, String name) {
    var known = names.computeIfAbsent(address, _ -> new ArrayList<>(1));
    known.remove(name);
    if (known.size() == MOST_NAMES) known.removeFirst();
    known.add(name);
  }

  /// Newest first.
  List<String> of(IpAddress address) {
    return List.copyOf(names.getOrDefault(address, List.of()).reversed());
  }
}
