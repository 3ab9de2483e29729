package org.testigo.reports.atlas;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Cluster;
import org.testigo.infrastructure.Edge;
import org.testigo.reports.Inert;

/// Writes `atlas.dot` for Graphviz: a box for each cluster, certificates as ellipses, what does not
/// join as dotted lines. An arrow of a chain stands only where evidence or a claim gives the order.
///
/// Known from: <https://graphviz.org/doc/info/lang.html>.
final class Dot {
  private final Writer out;
  private final Nodes graph;

  private Dot(Nodes graph, Writer out) {
    this.graph = graph;
    this.out = out;
  }

  static void write(Atlas atlas, OutputStream out) {
    try (var writer =
        new java.io.BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      new Dot(Nodes.of(atlas), writer).write(atlas);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Atlas atlas) throws IOException {
    out.write("digraph atlas {\n  node [shape=box, fontsize=10];\n  edge [dir=none];\n");
    Map<String, java.util.List<String>> members =
        graph.nodes().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    node -> node.getValue().cluster(),
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    for (Cluster cluster : atlas.clusters()) {
      out.write("  subgraph %s {\n".formatted(quoted("cluster_" + cluster.id())));
      out.write("    label=%s;\n".formatted(quoted(cluster.id())));
      for (String name : members.getOrDefault(cluster.id(), java.util.List.of())) node(name);
      out.write("  }\n");
    }
    for (String name : members.getOrDefault("", java.util.List.of())) node(name);
    for (Edge edge : graph.edges()) edge(edge);
    for (Cluster cluster : atlas.clusters())
      for (Cluster.ChainLink hop : cluster.chain())
        line(hop.from().toString(), hop.to().toString(), "dir=forward, color=red");
    out.write("}\n");
  }

  private void node(String name) throws IOException {
    var node = graph.nodes().get(name);
    boolean isAddress = node != null && node.kind().equals("address");
    String country =
        node == null ? "" : node.address().map(a -> a.place().shownCountry()).orElse("");
    String label = country.isEmpty() ? name : name + " " + country;
    out.write(
        "    %s [label=%s%s];\n"
            .formatted(quoted(name), quoted(label), isAddress ? "" : ", shape=ellipse"));
  }

  private void edge(Edge edge) throws IOException {
    String style = edge.kind().joins() ? "solid" : "dotted";
    line(edge.from(), edge.to(), "label=%s, style=%s".formatted(edge.kind().word(), style));
  }

  private void line(String from, String to, String attributes) throws IOException {
    out.write("  %s -> %s [%s];\n".formatted(quoted(from), quoted(to), attributes));
  }

  private static String quoted(String text) {
    return '"' + Inert.visible(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
