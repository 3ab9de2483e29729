package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;

/// What a rule must match, and what looks like it and must not.
record Examples(List<Example> matches, List<Example> misses) {
  private static final Set<String> KEYS =
      Set.of("name", "answer", "chain", "imported", "dns-name", "extracted");

  Examples {
    matches = List.copyOf(matches);
    misses = List.copyOf(misses);
  }

  /// A service that is made up.
  ///
  /// @param name what is special about it
  /// @param answer the bytes that it answers, where it does
  /// @param chain what stands in the certificates that it shows, the leaf first
  /// @param extracted what the rule must take out of it
  record Example(
      String name,
      Optional<Bytes> answer,
      List<CertificateFields> chain,
      List<ImportedFingerprint> imported,
      List<String> names,
      Map<String, String> extracted) {
    Example {
      chain = List.copyOf(chain);
      imported = List.copyOf(imported);
      names = List.copyOf(names);
      extracted = Map.copyOf(extracted);
    }
  }

  static List<Example> read(Node list) {
    var examples = new ArrayList<Example>();
    for (Node node : list.items()) examples.add(example(node));
    return examples;
  }

  private static Example example(Node node) {
    node.refuseOtherKeysThan(KEYS);
    return new Example(
        node.at("name").text(),
        node.find("answer").map(Node::bytes),
        node.find("chain").map(Examples::chain).orElse(List.of()),
        node.find("imported").map(Examples::imported).map(List::of).orElse(List.of()),
        node.find("dns-name").map(Node::texts).orElse(List.of()),
        node.find("extracted").map(Examples::texts).orElse(Map.of()));
  }

  private static List<CertificateFields> chain(Node list) {
    return list.items().stream().map(CertificateFields::read).toList();
  }

  private static ImportedFingerprint imported(Node node) {
    node.refuseOtherKeysThan(Set.of("kind", "value"));
    return new ImportedFingerprint(node.at("kind").text(), node.at("value").text());
  }

  private static Map<String, String> texts(Node node) {
    var texts = new LinkedHashMap<String, String>();
    node.entries().forEach(entry -> texts.put(entry.key(), entry.value().text()));
    return texts;
  }
}
