package org.testigo.reports.atlas.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.CountryView;
import org.testigo.reports.html.Tables;
import org.testigo.reports.maps.MapPicture;
import org.testigo.reports.maps.Scale;
import org.testigo.reports.maps.WorldMap;

/// Where the servers stand: a map with its lines, the same by year in small maps, and the table
/// with the same numbers.
final class WorldPart {
  private final Sheet sheet;
  private final WorldMap world = WorldMap.bundled();
  private final Map<String, List<Address>> byCountry = new TreeMap<>();
  private final Scale scale;

  WorldPart(Sheet sheet) {
    this.sheet = sheet;
    for (Address address : sheet.atlas().addresses())
      byCountry
          .computeIfAbsent(address.place().shownCountry(), _ -> new ArrayList<>())
          .add(address);
    scale =
        Scale.quantiles(
            byCountry.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty())
                .map(one -> (long) one.getValue().size())
                .toList());
  }

  void write() {
    var html = sheet.html();
    html.open("section", "id", "world").element("h2", sheet.say("part.world"));
    html.element("p", sheet.say("world-meaning"));
    if (byCountry.isEmpty()) {
      html.element("p", sheet.say("nothing")).close();
      return;
    }
    var seen = sheet.atlas().seen();
    MapPicture.shapes(world, html);
    map(seen.map(Steps::of));
    key();
    seen.map(Steps::years).filter(years -> years.count() > 1).ifPresent(this::multiples);
    table();
    html.close();
  }

  private void map(Optional<Steps> steps) {
    var html = sheet.html();
    steps.filter(all -> all.count() > 1).ifPresent(this::slider);
    html.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        sheet.say("part.world"));
    var values = new HashMap<String, MapPicture.Value>();
    byCountry.forEach((code, servers) -> values.put(code, value(code, servers, steps)));
    values.remove("");
    var arcs = new Arcs(sheet, steps).all();
    new MapPicture(world, "map", description(), scale, values, arcs, MapPicture.View.WORLD)
        .write(html);
    html.close();
    html.open("figure", "class", "europe");
    var europe = sheet.say("europe");
    new MapPicture(world, "europe", europe, scale, values, List.of(), MapPicture.View.EUROPE)
        .write(html);
    html.element("figcaption", europe).close();
  }

  private MapPicture.Value value(String code, List<Address> servers, Optional<Steps> steps) {
    var seen = Sheet.together(servers.stream().map(Address::seen));
    return new MapPicture.Value(
        servers.size(),
        sheet.country(code) + ": " + sheet.number(servers.size()),
        steps.flatMap(all -> all.of(seen)));
  }

  private String description() {
    var most =
        byCountry.entrySet().stream()
            .filter(one -> !one.getKey().isEmpty())
            .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.size(), b.size())));
    return most.map(one ->
            sheet.say(
                "world-description",
                sheet.atlas().addresses().size(),
                byCountry.size(),
                sheet.country(one.getKey()),
                one.getValue().size()))
        .orElseGet(() -> sheet.say("world-nowhere"));
  }

  private void slider(Steps steps) {
    var html = sheet.html();
    var texts = new ArrayList<String>();
    texts.add(sheet.say("all-time", sheet.number(sheet.atlas().addresses().size())));
    var names = steps.names();
    for (int i = 0; i < names.size(); i++)
      texts.add(sheet.say("active-in", names.get(i), sheet.number(activeIn(steps, i).size())));
    html.open("div", "class", "slider", "hidden", "hidden");
    html.element("label", sheet.say("slider"), "for", "months");
    html.empty(
        "input",
        "type",
        "range",
        "id",
        "months",
        "min",
        "-1",
        "max",
        String.valueOf(steps.count() - 1),
        "value",
        "-1",
        "data-picture",
        "map",
        "data-texts",
        String.join("|", texts));
    html.element("output", "", "id", "months-shown", "for", "months").close();
  }

  private List<Address> activeIn(Steps steps, int step) {
    return sheet.atlas().addresses().stream()
        .filter(address ->
            steps
                .of(address.seen())
                .filter(active -> active.first() <= step && step <= active.last())
                .isPresent())
        .toList();
  }

  private void key() {
    var html = sheet.html();
    html.open("ul", "class", "key", "aria-label", sheet.say("key"));
    for (int i = 0; i < scale.lowest().size(); i++) {
      swatch("class" + (i + 1), range(i));
    }
    swatch("hatched", sheet.say("key-none"));
    for (String style : List.of("claimed", "tie", "weak")) line(style, sheet.say("key-" + style));
    html.close();
    html.element("p", sheet.say("key-scale"), "class", "when");
  }

  private String range(int index) {
    long from = scale.lowest().get(index);
    if (index == scale.lowest().size() - 1) return sheet.say("key-from", sheet.number(from));
    long to = scale.lowest().get(index + 1) - 1;
    return from == to
        ? sheet.number(from)
        : sheet.say("key-range", sheet.number(from), sheet.number(to));
  }

  private void swatch(String style, String text) {
    var html = sheet.html();
    html.open("li").element("span", "", "class", "swatch " + style).text(text).close();
  }

  private void line(String style, String text) {
    var html = sheet.html();
    html.open("li").open("svg", "viewBox", "0 0 400 60", "class", "sample", "aria-hidden", "true");
    html.open("g", "class", "arc " + style).element("path", "", "class", "line", "d", "M20 30H380");
    html.close().close().text(text).close();
  }

  private void multiples(Steps years) {
    var html = sheet.html();
    html.element("h3", sheet.say("by-year")).open("div", "class", "multiples");
    var names = years.names();
    for (int year = 0; year < names.size(); year++) {
      var active = activeIn(years, year);
      var values = new HashMap<String, MapPicture.Value>();
      for (Address address : active)
        values.merge(
            address.place().shownCountry(),
            new MapPicture.Value(1, "", Optional.empty()),
            (a, _) -> new MapPicture.Value(a.number() + 1, "", Optional.empty()));
      values.remove("");
      var described = sheet.say("active-in", names.get(year), sheet.number(active.size()));
      html.open("figure");
      new MapPicture(
              world,
              "map-" + names.get(year),
              described,
              scale,
              values,
              List.of(),
              MapPicture.View.SMALL)
          .write(html);
      html.element("figcaption", described).close();
    }
    html.close();
  }

  private void table() {
    sheet
        .tables()
        .beginSortable(
            sheet.say("world-table", sheet.inWords(sheet.atlas().asOf())),
            sheet.columns(
                "country", "#servers", "#hosts", "#active", "#clusters-here", "#unlinked-here"));
    var views = new ArrayList<>(sheet.atlas().countries());
    views.sort(
        Comparator.comparingInt((CountryView view) -> -view.addresses().size())
            .thenComparing(CountryView::country));
    for (CountryView view : views)
      sheet
          .tables()
          .row(
              "",
              Tables.link(sheet.country(view.country()), CountriesPart.id(view)),
              sheet.count(view.addresses().size()),
              sheet.count(view.hosts()),
              sheet.count(view.activeAddresses()),
              sheet.count(view.clusters().size()),
              sheet.count(view.unlinked().size()));
    sheet.tables().end();
  }
}
