package org.testigo.reports.atlas.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.CountryView;
import org.testigo.infrastructure.MatchedClaim;
import org.testigo.infrastructure.Recognition;
import org.testigo.reports.html.Tables;

/// One part for each country: whose clusters have servers here, and what was published of it.
final class CountriesPart {
  /// What a page of two megabytes holds; the rest stands in `addresses.csv`.
  private static final int MOST_ROWS = 2000;

  private final Sheet sheet;
  private int rows;

  CountriesPart(Sheet sheet) {
    this.sheet = sheet;
  }

  void write() {
    var html = sheet.html();
    html.open("section", "id", "countries").element("h2", sheet.say("part.countries"));
    html.element("p", sheet.say("countries-meaning"));
    if (sheet.atlas().countries().isEmpty()) html.element("p", sheet.say("nothing"));
    sheet.atlas().countries().forEach(this::country);
    nowhere();
    html.close();
  }

  /// The servers of which no country is known: they must not be lost.
  private void nowhere() {
    var servers =
        sheet.atlas().addresses().stream()
            .filter(address -> address.place().shownCountry().isEmpty())
            .toList();
    if (servers.isEmpty()) return;
    var html = sheet.html();
    html.open("details", "id", "country-nowhere");
    html.element("summary", sheet.say("country-title", sheet.say("nowhere"), servers.size()));
    servers(servers);
    html.close();
  }

  /// Where in the page a country stands.
  static String id(CountryView view) {
    return "country-" + view.country();
  }

  private void country(CountryView view) {
    var html = sheet.html();
    html.open("details", "id", id(view));
    html.element(
        "summary",
        sheet.say("country-title", sheet.country(view.country()), view.addresses().size()));
    html.items("ul", said(view));
    servers(sheet.known(view.addresses()));
    html.close();
  }

  private List<String> said(CountryView view) {
    var texts = new ArrayList<String>();
    texts.add(
        sheet.say(
            "country-facts",
            view.hosts(),
            view.activeAddresses(),
            sheet.atlas().asOf().toString()));
    if (!view.clusters().isEmpty()) texts.add(sheet.say("country-clusters", clusters(view)));
    if (!view.unlinked().isEmpty())
      texts.add(sheet.say("country-unlinked", view.unlinked().size()));
    for (var sign : view.customersHere()) {
      var ip = sheet.shown().apply(sign.address());
      texts.add(
          sheet.say("customer." + sign.basis().name().toLowerCase(Locale.ROOT), ip, sign.quoted()));
    }
    texts.addAll(
        ReportsPart.sentences(sheet, view.claims().stream().map(MatchedClaim::claim).toList()));
    return texts.stream().distinct().toList();
  }

  private static String clusters(CountryView view) {
    return view.clusters().stream()
        .map(here -> here.cluster() + " (" + here.addresses() + ")")
        .collect(Collectors.joining(", "));
  }

  private void servers(List<Address> servers) {
    sheet
        .tables()
        .beginSortable(
            "",
            sheet.columns(
                "address", "cluster", "network", "law", "recognised", "grade", "first", "last"));
    int shown = Math.min(servers.size(), Math.max(0, MOST_ROWS - rows));
    servers.stream().limit(shown).forEach(this::server);
    sheet.tables().end();
    rows += shown;
    int left = servers.size() - shown;
    if (left > 0) sheet.html().element("p", sheet.say("addresses-left", left));
  }

  private void server(Address address) {
    var place = address.place();
    var network = place.asn() == 0 ? place.network() : "AS" + place.asn() + " " + place.network();
    sheet
        .tables()
        .row(
            "",
            Tables.evidence(sheet.shown().apply(address.ip())),
            Tables.words(address.cluster().isEmpty() ? sheet.say("not-linked") : address.cluster()),
            Tables.evidence(network.strip()),
            Tables.words(place.law()),
            Tables.evidence(recognised(address)),
            Tables.words(
                sheet.say(
                    "grade."
                        + address.grade().map(graded -> graded.grade().word()).orElse("tied"))),
            Sheet.first(address.seen()),
            Sheet.last(address.seen()));
  }

  private static String recognised(Address address) {
    return address.recognitions().stream()
        .map(Recognition::fingerprint)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
