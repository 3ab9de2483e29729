package org.testigo.indicators.matching;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.names.RangeTable;
import org.testigo.model.AddressRange;
import org.testigo.model.IpAddress;

/// The compiled indicators: one hash table for each kind of value, so that the cost of a probe does
/// not depend on how many indicators there are.
///
/// A host is probed once for each of its labels (itself and every parent), a path once for each of
/// its parts, an address once for each length of prefix that any pack uses.
final class Probes {
  /// A kernel cuts the names of processes at these lengths: Linux keeps 15 characters, XNU 16 in
  /// the short name and 32 in the long one; one less where the terminating NUL is counted.
  private static final int[] CUT_LENGTHS = {15, 16, 31, 32};

  /// No file system of a phone allows a longer path.
  private static final int MAX_PATH_CHARS = 4096;

  private final Map<Kind, Map<String, Entry>> tables = new EnumMap<>(Kind.class);
  private final RangeTable<Entry> ranges = new RangeTable<>();
  private final Map<String, Entry> cutProcesses = new HashMap<>();
  private int count;

  Probes(int expected) {
    for (Kind kind : Kind.values())
      tables.put(kind, kind == Kind.HOST ? HashMap.newHashMap(expected) : new HashMap<>());
  }

  /// Takes an indicator; gives false where there is no table for its kind.
  boolean add(Indicator indicator, String pack) {
    Kind kind = Kind.of(indicator.type(), indicator.value());
    if (kind == Kind.UNSEEN) return false;
    count++;
    if (kind == Kind.ADDRESS_RANGE) addRange(indicator, pack);
    else addKey(kind, kind.key(indicator.value()), indicator, pack);
    return true;
  }

  /// An indicator that is matched elsewhere, in its place among all.
  Entry entry(Indicator indicator, String pack) {
    return new Entry(indicator, pack, count++, null);
  }

  private void addKey(Kind kind, String key, Indicator indicator, String pack) {
    if (key.isEmpty()) return;
    put(table(kind), key, indicator, pack);
    if (kind == Kind.PROCESS) addCut(key, indicator, pack);
  }

  private void addCut(String key, Indicator indicator, String pack) {
    for (int length : CUT_LENGTHS)
      if (key.length() > length) put(cutProcesses, key.substring(0, length), indicator, pack);
  }

  private void addRange(Indicator indicator, String pack) {
    var range = AddressRange.parse(indicator.value()).orElseThrow();
    var entry = new Entry(indicator, pack, count, null);
    ranges.put(range, entry, (before, last) -> last.after(before));
  }

  private void put(Map<String, Entry> table, String key, Indicator indicator, String pack) {
    table.put(key, new Entry(indicator, pack, count, table.get(key)));
  }

  private Map<String, Entry> table(Kind kind) {
    Map<String, Entry> table = tables.get(kind);
    if (table == null) throw new IllegalStateException("no table for " + kind);
    return table;
  }

  boolean isEmpty(Kind kind) {
    return table(kind).isEmpty();
  }

  @Nullable Entry find(Kind kind, String key) {
    return table(kind).get(key);
  }

  /// What a process name that may have been cut belongs to.
  @Nullable Entry findCut(String name) {
    return cutProcesses.get(name);
  }

  /// Gives the entries of every range that holds the address.
  void findRanges(IpAddress address, Hits hits) {
    ranges.find(address, hits::add);
  }

  /// Gives the entries of the host and of every name above it that has at least two labels: a pack
  /// that lists `com` does not mean half of the web.
  void findHosts(String host, Hits hits) {
    var hosts = table(Kind.HOST);
    hits.add(hosts.get(host));
    int last = host.lastIndexOf('.');
    for (int dot = host.indexOf('.'); dot >= 0 && dot < last; dot = host.indexOf('.', dot + 1))
      hits.add(hosts.get(host.substring(dot + 1)));
  }

  /// Gives the entries of the path and of every folder that it lies in.
  void findPaths(String path, Hits hits) {
    if (path.length() > MAX_PATH_CHARS) return;
    var paths = table(Kind.FILE_PATH);
    hits.add(paths.get(path));
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1))
      hits.add(paths.get(path.substring(0, slash)));
  }
}
