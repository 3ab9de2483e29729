package org.testigo.reports.atlas.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.testigo.infrastructure.Cluster;
import org.testigo.infrastructure.Edge;
import org.testigo.infrastructure.Role;
import org.testigo.reports.html.Tables;

/// The clusters: a table of all, and a part for each with its servers in time and every
/// connection's evidence.
final class ClustersPart {
  /// What a page of two megabytes holds; the rest stands in `clusters.json`.
  private static final int MOST_IN_FULL = 120;

  private static final int MOST_IN_TABLE = 500;
  private static final int MOST_CONNECTIONS = 2000;

  private final Sheet sheet;
  private final Set<Cluster> inFull = new LinkedHashSet<>();
  private int connections;

  ClustersPart(Sheet sheet) {
    this.sheet = sheet;
    sheet.atlas().clusters().stream()
        .filter(cluster -> cluster.addresses().size() > 1)
        .limit(MOST_IN_FULL)
        .forEach(inFull::add);
  }

  void write() {
    var html = sheet.html();
    html.open("section", "id", "clusters").element("h2", sheet.say("part.clusters"));
    html.element("p", sheet.say("clusters-meaning"));
    var clusters = sheet.atlas().clusters();
    if (clusters.isEmpty()) {
      html.element("p", sheet.say("nothing")).close();
      return;
    }
    table(clusters);
    inFull.forEach(this::cluster);
    int left = clusters.size() - inFull.size();
    if (left > 0) html.element("p", sheet.say("clusters-left", left));
    html.close();
  }

  private void table(List<Cluster> clusters) {
    sheet
        .tables()
        .beginSortable(
            sheet.say("clusters-table", clusters.size()),
            sheet.columns(
                "cluster",
                "#servers",
                "#hosts",
                "#active",
                "countries",
                "family",
                "first",
                "last"));
    clusters.stream().limit(MOST_IN_TABLE).forEach(this::row);
    sheet.tables().end();
  }

  private void row(Cluster cluster) {
    sheet
        .tables()
        .row(
            "",
            inFull.contains(cluster)
                ? Tables.link(cluster.id(), cluster.id())
                : Tables.words(cluster.id()),
            sheet.count(cluster.addresses().size()),
            sheet.count(cluster.hosts().size()),
            sheet.count(cluster.activeAddresses()),
            Tables.words(String.join(" ", sheet.countries(cluster))),
            Tables.words(sheet.families(cluster.families())),
            Sheet.first(cluster.seen()),
            Sheet.last(cluster.seen()));
  }

  private void cluster(Cluster cluster) {
    var html = sheet.html();
    html.open("article", "id", cluster.id());
    html.element(
        "h3",
        sheet.say(
            "cluster-title",
            cluster.id(),
            cluster.addresses().size(),
            sheet.families(cluster.families())));
    html.element("p", facts(cluster), "class", "when");
    html.items("ul", said(cluster));
    new ClusterLanes(sheet, sheet.known(cluster.addresses())).write(cluster.id());
    var count = cluster.edges().size();
    html.element("p", sheet.say("connections-printed", count), "class", "print-only");
    html.open("details", "class", "connections")
        .element("summary", sheet.say("connections", count));
    connections(cluster);
    html.close().close();
  }

  private String facts(Cluster cluster) {
    return sheet.say(
        "cluster-facts",
        Sheet.days(cluster.seen()),
        cluster.hosts().size(),
        cluster.certificates().size(),
        cluster.activeAddresses(),
        sheet.atlas().asOf().toString());
  }

  /// Countries, roles that the data gives, the order of hops, what was published.
  private List<String> said(Cluster cluster) {
    var texts = new ArrayList<String>();
    var countries =
        sheet.countries(cluster).stream().map(sheet::country).collect(Collectors.joining(", "));
    texts.add(
        sheet.say("cluster-countries", countries.isEmpty() ? sheet.say("nowhere") : countries));
    texts.add(roles(cluster));
    texts.add(
        cluster.chain().isEmpty()
            ? sheet.say("no-order")
            : sheet.say("order", cluster.chain().size()));
    texts.addAll(ReportsPart.sentences(sheet, cluster.claims()));
    return texts;
  }

  private String roles(Cluster cluster) {
    var roles =
        cluster.roles().entrySet().stream()
            .filter(one -> one.getKey() != Role.UNKNOWN)
            .map(one -> sheet.say("role." + one.getKey().word()) + " " + one.getValue())
            .collect(Collectors.joining(", "));
    return roles.isEmpty() ? sheet.say("no-roles") : sheet.say("roles", roles);
  }

  private void connections(Cluster cluster) {
    var columns = List.of("from", "kind", "to", "because", "sightings", "first", "last", "where");
    sheet.tables().begin("", columns.stream().map(name -> sheet.say("column." + name)).toList());
    int shown = Math.min(cluster.edges().size(), Math.max(0, MOST_CONNECTIONS - connections));
    cluster.edges().stream().limit(shown).forEach(this::connection);
    sheet.tables().end();
    connections += shown;
    int left = cluster.edges().size() - shown;
    if (left > 0) sheet.html().element("p", sheet.say("connections-left", left));
  }

  private void connection(Edge edge) {
    var evidence = edge.evidence();
    var where = evidence.examples().isEmpty() ? "" : place(evidence);
    sheet
        .tables()
        .row(
            "",
            Tables.evidence(sheet.named(edge.from())),
            Tables.words(sheet.say("edge." + edge.kind().word())),
            Tables.evidence(sheet.named(edge.to())),
            Tables.words(sheet.say(evidence.because())),
            sheet.count(evidence.sightings()),
            Sheet.first(evidence.seen()),
            Sheet.last(evidence.seen()),
            Tables.evidence(where));
  }

  private static String place(Edge.Evidence evidence) {
    var first = evidence.examples().getFirst();
    return first.file() + ":" + first.entry();
  }
}
