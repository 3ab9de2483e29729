package org.testigo.reports.atlas.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Period;

/// When the servers of a cluster were seen: a lane for each from its first to its last sighting.
/// Between the two it was not always looked at, so the lane is thin and its ends are dots.
final class ClusterLanes {
  private static final int MOST = 40;
  private static final int WIDTH = 900;
  private static final int LEFT = 190;
  private static final int RIGHT = 24;
  private static final int LANE = 22;
  private static final int TOP = 10;

  private final Sheet sheet;
  private final List<Address> servers;
  private final LocalDate first;
  private final LocalDate last;

  ClusterLanes(Sheet sheet, List<Address> all) {
    this.sheet = sheet;
    servers =
        all.stream()
            .filter(address -> address.seen().isPresent())
            .sorted(
                Comparator.comparing((Address one) -> one.seen().orElseThrow().first())
                    .thenComparing(Address::ip))
            .toList();
    var together = Sheet.together(servers.stream().map(Address::seen));
    first = together.map(Period::firstDay).orElse(LocalDate.EPOCH);
    last = together.map(Period::lastDay).orElse(LocalDate.EPOCH);
  }

  void write(String cluster) {
    if (servers.isEmpty()) return;
    var html = sheet.html();
    int lanes = Math.min(servers.size(), MOST);
    int height = TOP + lanes * LANE + 26;
    var described = sheet.say("lanes", cluster, lanes, first.toString(), last.toString());
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", described);
    html.open(
        "svg",
        "class",
        "lanes",
        "viewBox",
        "0 0 %d %d".formatted(WIDTH, height),
        "role",
        "img",
        "aria-label",
        described);
    for (int i = 0; i < lanes; i++) lane(servers.get(i), TOP + i * LANE + LANE / 2);
    axis(TOP + lanes * LANE + 16);
    html.close().close();
    if (servers.size() > lanes) html.element("p", sheet.say("lanes-left", servers.size() - lanes));
  }

  private void lane(Address server, int y) {
    var html = sheet.html();
    var seen = server.seen().orElseThrow();
    var name = sheet.shown().apply(server.ip()) + " " + server.place().shownCountry();
    html.element("text", name.strip(), "x", "8", "y", String.valueOf(y + 4));
    var from = String.valueOf(x(seen.firstDay()));
    var to = String.valueOf(x(seen.lastDay()));
    var height = String.valueOf(y);
    html.open("g").element("title", name + "  " + Sheet.days(server.seen()));
    html.element("line", "", "x1", from, "x2", to, "y1", height, "y2", height);
    html.element("circle", "", "cx", from, "cy", height, "r", "5");
    html.element("circle", "", "cx", to, "cy", height, "r", "5").close();
  }

  private void axis(int y) {
    var html = sheet.html();
    var height = String.valueOf(y);
    html.element(
        "text", first.toString(), "x", String.valueOf(LEFT), "y", height, "class", "quiet");
    if (first.equals(last)) return;
    html.element(
        "text",
        last.toString(),
        "x",
        String.valueOf(WIDTH - RIGHT),
        "y",
        height,
        "text-anchor",
        "end",
        "class",
        "quiet");
  }

  private long x(LocalDate day) {
    double span = ChronoUnit.DAYS.between(first, last);
    double share = span == 0 ? 0.5 : ChronoUnit.DAYS.between(first, day) / span;
    return LEFT + 8 + Math.round(share * (WIDTH - LEFT - RIGHT - 16));
  }
}
