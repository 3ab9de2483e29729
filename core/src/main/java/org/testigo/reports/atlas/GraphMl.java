package org.testigo.reports.atlas;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Edge;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;

/// Writes `atlas.graphml` for Gephi and its like.
///
/// Known from: <http://graphml.graphdrawing.org/specification.html>.
final class GraphMl {
  private static final List<String> NODE_KEYS =
      List.of(
          "label",
          "kind",
          "host",
          "cluster",
          "role",
          "grade",
          "family",
          "country",
          "network",
          "first_seen",
          "last_seen",
          "active");
  private static final List<String> EDGE_KEYS =
      List.of("edge_kind", "joins", "sightings", "edge_first_seen", "edge_last_seen", "evidence");

  private final Words words;
  private final Writer out;

  private GraphMl(Words words, Writer out) {
    this.words = words;
    this.out = out;
  }

  static void write(Atlas atlas, Words words, OutputStream out) {
    try (var writer =
        new java.io.BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      new GraphMl(words, writer).write(Nodes.of(atlas));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Nodes graph) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (String key : NODE_KEYS) key(key, "node");
    for (String key : EDGE_KEYS) key(key, "edge");
    out.write("<graph id=\"atlas\" edgedefault=\"directed\">\n");
    for (var node : graph.nodes().entrySet()) {
      out.write("<node id=\"%s\">".formatted(escaped(node.getKey())));
      data(values(node.getKey(), node.getValue()));
      out.write("</node>\n");
    }
    int number = 0;
    for (Edge edge : graph.edges()) {
      out.write(
          "<edge id=\"e%d\" source=\"%s\" target=\"%s\">"
              .formatted(number++, escaped(edge.from()), escaped(edge.to())));
      data(values(edge));
      out.write("</edge>\n");
    }
    out.write("</graph>\n</graphml>\n");
  }

  private void key(String name, String of) throws IOException {
    String type = name.equals("sightings") ? "long" : "string";
    out.write(
        "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
            .formatted(name, of, name, type));
  }

  private void data(Map<String, String> values) throws IOException {
    for (var value : values.entrySet())
      if (!value.getValue().isEmpty())
        out.write(
            "<data key=\"%s\">%s</data>".formatted(value.getKey(), escaped(value.getValue())));
  }

  private static Map<String, String> values(String name, Nodes.Node node) {
    var values = new LinkedHashMap<String, String>();
    values.put("label", name);
    values.put("kind", node.kind());
    values.put("cluster", node.cluster());
    node.address().ifPresent(address -> values(address, values));
    return values;
  }

  private static void values(Address address, Map<String, String> values) {
    values.put("host", address.host());
    values.put("role", address.role().role().word());
    values.put("grade", Shown.grade(address));
    values.put("family", Csv.several(address.families()));
    values.put("country", address.place().shownCountry());
    values.put("network", address.place().network());
    values.put("first_seen", Shown.text(Shown.first(address.seen())));
    values.put("last_seen", Shown.text(Shown.last(address.seen())));
    values.put("active", address.isActive() ? "yes" : "no");
  }

  private Map<String, String> values(Edge edge) {
    var values = new LinkedHashMap<String, String>();
    var evidence = edge.evidence();
    values.put("edge_kind", edge.kind().word());
    values.put("joins", edge.kind().joins() ? "yes" : "no");
    values.put("sightings", Long.toString(evidence.sightings()));
    values.put("edge_first_seen", Shown.text(Shown.first(evidence.seen())));
    values.put("edge_last_seen", Shown.text(Shown.last(evidence.seen())));
    values.put("evidence", words.say(evidence.because()));
    return values;
  }

  /// Control characters, which XML cannot hold, as `\\u....`.
  private static String escaped(String text) {
    return Inert.visible(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
