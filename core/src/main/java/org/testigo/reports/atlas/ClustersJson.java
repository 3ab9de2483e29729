package org.testigo.reports.atlas;

import java.io.OutputStream;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Cluster;
import org.testigo.infrastructure.Edge;
import org.testigo.model.scan.ScanSource;
import org.testigo.reports.JsonLines;
import org.testigo.reports.Words;

/// Writes `clusters.json`: what hangs together, with everything that it rests on. Its schema is
/// `docs/reference/clusters.schema.json`.
final class ClustersJson {
  private final Words words;
  private final JsonLines json;

  private ClustersJson(Words words, JsonLines json) {
    this.words = words;
    this.json = json;
  }

  static void write(Atlas atlas, Words words, OutputStream out) {
    try (var json = new JsonLines(out)) {
      var clusters = new ClustersJson(words, json);
      json.array(atlas.clusters(), clusters::cluster);
    }
  }

  private void cluster(Cluster cluster) {
    json.text("id", cluster.id());
    json.texts("addresses", cluster.addresses().stream().map(Object::toString).toList());
    json.texts("hosts", cluster.hosts()).texts("families", cluster.families());
    json.texts("certificates", cluster.certificates());
    Shown.period(cluster.seen(), json);
    json.number("active", cluster.activeAddresses());
    json.inside(
        "roles", roles -> cluster.roles().forEach((role, n) -> roles.number(role.word(), n)));
    json.list("claims", cluster.claims(), claim -> Shown.claim(claim, json));
    json.list("chain", cluster.chain(), this::hop);
    json.list("edges", cluster.edges(), this::edge);
  }

  private void hop(Cluster.ChainLink hop) {
    json.text("from", hop.from().toString()).text("to", hop.to().toString());
    json.text("because", words.say(hop.because()));
    hop.claim().ifPresent(claim -> json.inside("claim", inside -> Shown.claim(claim, inside)));
  }

  private void edge(Edge edge) {
    json.text("from", edge.from()).text("to", edge.to()).text("kind", edge.kind().word());
    json.truth("joins", edge.kind().joins());
    json.inside("evidence", inside -> evidence(edge.evidence(), inside));
  }

  private void evidence(Edge.Evidence evidence, JsonLines inside) {
    inside.text("because", words.say(evidence.because())).number("sightings", evidence.sightings());
    Shown.period(evidence.seen(), inside);
    inside.texts("data_sets", evidence.dataSets());
    inside.list("examples", evidence.examples(), source -> example(source, inside));
  }

  private static void example(ScanSource source, JsonLines inside) {
    inside.text("file", source.file()).number("entry", source.entry());
  }
}
