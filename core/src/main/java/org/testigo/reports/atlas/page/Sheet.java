package org.testigo.reports.atlas.page;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Claim;
import org.testigo.infrastructure.Cluster;
import org.testigo.infrastructure.Period;
import org.testigo.model.IpAddress;
import org.testigo.model.Text;
import org.testigo.reports.Words;
import org.testigo.reports.html.Dates;
import org.testigo.reports.html.Html;
import org.testigo.reports.html.Tables;
import org.testigo.reports.html.Tables.Cell;
import org.testigo.reports.html.Tables.Column;

/// What every part of the page is written with.
///
/// @param byIp the addresses of the atlas
/// @param shown how an address is written: whole, or without its end where it is hidden
record Sheet(
    Atlas atlas,
    Map<IpAddress, Address> byIp,
    Words words,
    Html html,
    Tables tables,
    Function<IpAddress, String> shown) {
  private static final int MOST_IN_A_SENTENCE = 12;

  static Sheet of(Atlas atlas, Words words, Html html, Function<IpAddress, String> shown) {
    Map<IpAddress, Address> byIp = new HashMap<>();
    atlas.addresses().forEach(address -> byIp.put(address.ip(), address));
    return new Sheet(atlas, byIp, words, html, new Tables(html), shown);
  }

  /// What is known of addresses; those that the atlas does not know are left out.
  List<Address> known(Collection<IpAddress> ips) {
    return ips.stream().flatMap(ip -> known(ip).stream()).toList();
  }

  Optional<Address> known(IpAddress ip) {
    return Optional.ofNullable(byIp.get(ip));
  }

  /// The codes of the countries in which a cluster has servers, in their order.
  Set<String> countries(Cluster cluster) {
    var countries = new TreeSet<String>();
    for (Address address : known(cluster.addresses()))
      countries.add(address.place().shownCountry());
    countries.remove("");
    return countries;
  }

  String say(String key, Object... arguments) {
    return words.say(AtlasPage.class, key, arguments);
  }

  String say(Text text) {
    return words.say(text);
  }

  String number(long value) {
    return NumberFormat.getIntegerInstance(words.locale()).format(value);
  }

  /// The name of a country in the page's language, with its code.
  String country(String code) {
    if (code.isEmpty()) return say("nowhere");
    if (code.length() != 2) return code;
    var name = Locale.of("", code).getDisplayCountry(words.locale());
    return name.isEmpty() || name.equals(code) ? code : name + " (" + code + ")";
  }

  /// The first and last day; empty where no time is known.
  static String days(Optional<Period> seen) {
    return seen.map(Sheet::days).orElse("");
  }

  private static String days(Period seen) {
    var first = seen.firstDay().toString();
    var last = seen.lastDay().toString();
    return first.equals(last) ? first : first + " – " + last;
  }

  /// From the first to the last of several periods.
  static Optional<Period> together(Stream<Optional<Period>> periods) {
    return periods.flatMap(Optional::stream).reduce(Sheet::both);
  }

  private static Period both(Period one, Period other) {
    var first = one.first().compareTo(other.first()) <= 0 ? one.first() : other.first();
    var last = one.last().at().isAfter(other.last().at()) ? one.last() : other.last();
    return new Period(first, last);
  }

  static Cell day(Optional<String> day) {
    return new Cell(day.orElse(""), "day", false, "", "");
  }

  static Cell first(Optional<Period> seen) {
    return day(seen.map(period -> period.firstDay().toString()));
  }

  static Cell last(Optional<Period> seen) {
    return day(seen.map(period -> period.lastDay().toString()));
  }

  /// Columns by the names of their texts; `#` in front of a name is a column of numbers.
  List<Column> columns(String... names) {
    return Stream.of(names)
        .map(name ->
            name.startsWith("#")
                ? new Column(say("column." + name.substring(1)), "number")
                : new Column(say("column." + name), ""))
        .toList();
  }

  Cell count(long value) {
    return Tables.number(value, words);
  }

  /// Who published it, and when.
  String publishedBy(Claim claim) {
    return claim
        .date()
        .map(date -> say("published-on", claim.report(), date.toString()))
        .orElseGet(() -> say("published", claim.report()));
  }

  String addresses(List<IpAddress> list) {
    return some(list.stream().map(shown).toList());
  }

  /// The first of a list, and how many more there are.
  String some(List<String> list) {
    var text = list.stream().limit(MOST_IN_A_SENTENCE).collect(Collectors.joining(", "));
    int left = list.size() - MOST_IN_A_SENTENCE;
    return left <= 0 ? text : say("and-more", text, number(left));
  }

  /// A day with the month in words, for sentences.
  String inWords(LocalDate day) {
    return new Dates(words).day(day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /// The name of a family of spyware as people know it.
  String family(String id) {
    return words.knows(AtlasPage.class, "family." + id) ? say("family." + id) : id;
  }

  String families(List<String> ids) {
    return ids.stream().map(this::family).collect(Collectors.joining(", "));
  }

  /// The name of a thing in outputs; an address as addresses are shown.
  String named(String name) {
    return IpAddress.parse(name).map(shown).orElse(name);
  }
}
