package org.testigo.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.indicators.names.HostName;
import org.testigo.indicators.names.RangeTable;
import org.testigo.indicators.names.WebAddress;
import org.testigo.model.AddressRange;
import org.testigo.model.Text;

/// Well-known names, addresses and files that a pack may list by mistake, or because they were
/// abused once: a finding that rests on one is qualified, never silenced. Only the exact name
/// counts; a listed parent (`appspot.com`) says nothing of what lies below it. Numeric addresses
/// count when they lie in a listed range, which many share.
///
/// The lists come with the program and are read when first needed.
///
/// Known from: the MISP warninglists, <https://github.com/MISP/misp-warninglists>.
public final class Warninglists {
  private final Map<String, List<Listing>> names = new HashMap<>();
  private final Map<String, List<Listing>> digests = new HashMap<>();
  private final RangeTable<List<Listing>> ranges = new RangeTable<>();

  /// A list, and what it says of a value; the key of a text.
  private record Listing(String list, String category) {
    private Text note() {
      return Text.of(Warninglists.class, category, list);
    }
  }

  private static final class Bundled {
    private static final Warninglists LISTS = new Warninglists(DataLines.of("Warninglists.txt"));
  }

  private Warninglists(List<String> lines) {
    String[] heading = {"", "", ""};
    for (String line : lines) {
      if (line.startsWith("[")) heading = line.substring(1, line.length() - 1).split(" ", 3);
      else add(heading[1], line, new Listing(heading[0], heading[2]));
    }
  }

  /// The lists that come with the program.
  public static Warninglists bundled() {
    return Bundled.LISTS;
  }

  private void add(String kind, String value, Listing listing) {
    switch (kind) {
      case "name" -> names.merge(HostName.normalise(value), List.of(listing), Warninglists::joined);
      case "digest" -> digests.merge(value, List.of(listing), Warninglists::joined);
      case "range" ->
          ranges.put(
              AddressRange.parse(value).orElseThrow(), List.of(listing), Warninglists::joined);
      default -> throw new IllegalStateException("kind of list " + kind);
    }
  }

  private static List<Listing> joined(List<Listing> first, List<Listing> second) {
    var both = new ArrayList<>(first);
    both.addAll(second);
    return List.copyOf(both);
  }

  /// The qualifications of an indicator: one for each thing that the lists say of exactly its
  /// value.
  ///
  /// @param type the STIX object path
  public List<Text> notes(String type, String value) {
    if (type.contains("hashes.")) return notes(digests.get(value.toLowerCase(Locale.ROOT)));
    return switch (type) {
      case "domain-name:value" -> ofHost(value);
      case "ipv4-addr:value", "ipv6-addr:value" -> ofAddress(value);
      case "url:value" ->
          WebAddress.parse(value)
              .filter(address -> address.rest().length() <= 1)
              .map(address -> ofHost(address.host()))
              .orElse(List.of());
      default -> List.of();
    };
  }

  private List<Text> ofHost(String value) {
    if (AddressRange.parse(value).isPresent()) return ofAddress(value);
    var notes = new ArrayList<>(notes(names.get(HostName.normalise(value))));
    if (PublicSuffixList.isPublicSuffix(value))
      notes.add(Text.of(Warninglists.class, "public-suffix"));
    return notes;
  }

  private List<Text> ofAddress(String value) {
    var found = new ArrayList<Listing>();
    Optional<AddressRange> range = AddressRange.parse(value);
    range.ifPresent(known -> ranges.find(known.first(), found::addAll));
    return notes(found);
  }

  /// One for each category, by its first list.
  private static List<Text> notes(@Nullable List<Listing> listings) {
    if (listings == null) return List.of();
    var byCategory = new LinkedHashMap<String, Text>();
    for (Listing each : listings) byCategory.putIfAbsent(each.category(), each.note());
    return List.copyOf(byCategory.values());
  }
}
