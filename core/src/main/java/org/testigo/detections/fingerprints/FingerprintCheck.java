package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.testigo.detections.fingerprints.Examples.Example;
import org.testigo.indicators.patterns.UnmatchableException;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.Text;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.X509Certificate;

/// Holds every rule against its own matches and misses, and against the look-alikes that all rules
/// share: what ordinary servers and other tools answer.
public final class FingerprintCheck {
  private final ExampleReader reader;
  private final List<Example> lookAlikes = lookAlikes();

  private FingerprintCheck(ExampleReader reader) {
    this.reader = reader;
  }

  /// One result for each rule, in their order.
  public static List<Checked> check(FingerprintSet rules, ExampleReader reader) {
    var check = new FingerprintCheck(reader);
    return Stream.concat(
            rules.rules().stream().map(check::check),
            rules.recog().stream().flatMap(one -> one.check().stream()))
        .toList();
  }

  static List<Example> lookAlikes() {
    var all = new ArrayList<Example>();
    BundledFiles.in("lookalikes")
        .values()
        .forEach(yaml -> all.addAll(Examples.read(YamlReader.read(yaml).at("look-alikes"))));
    return all;
  }

  private Checked check(Rule<?> rule) {
    var failures = new ArrayList<Text>();
    var examples = rule.examples();
    examples.matches().forEach(match -> checkMatch(rule, match, failures));
    examples.misses().forEach(miss -> checkMiss(rule, miss, "miss-recognised", failures));
    lookAlikes.forEach(miss -> checkMiss(rule, miss, "look-alike-recognised", failures));
    return new Checked(
        rule.fingerprint(),
        examples.matches().size(),
        examples.misses().size(),
        !rule.literals().isEmpty(),
        failures);
  }

  private void checkMatch(Rule<?> rule, Example match, List<Text> failures) {
    try {
      var asked = rule.ask(view(match));
      if (asked.hit().isPresent()) checkExtracted(asked.hit().get(), match, failures);
      else failures.add(text("match-missed", match.name(), asked.failing()));
    } catch (MalformedException | LimitHitException | UnmatchableException e) {
      failures.add(text("example-unreadable", match.name(), String.valueOf(e.getMessage())));
    }
  }

  private void checkMiss(Rule<?> rule, Example miss, String key, List<Text> failures) {
    try {
      if (rule.ask(view(miss)).hit().isPresent()) failures.add(text(key, miss.name()));
    } catch (MalformedException | LimitHitException | UnmatchableException e) {
      failures.add(text("example-unreadable", miss.name(), String.valueOf(e.getMessage())));
    }
  }

  private static void checkExtracted(FingerprintHit hit, Example match, List<Text> failures) {
    Map<String, String> wanted = new TreeMap<>(match.extracted());
    Map<String, String> found = hit.extracted();
    var names = new TreeSet<>(wanted.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      String expected = wanted.getOrDefault(name, "");
      String met = found.getOrDefault(name, "");
      if (!met.equals(expected))
        failures.add(text("extracted-differs", match.name(), name, met, expected));
    }
  }

  ServiceView view(Example example) {
    var chain = new ArrayList<X509Certificate>();
    for (CertificateFields fields : example.chain())
      chain.add(reader.certificate(fields.der(), chain.size() + 1));
    return new ServiceView(
        Optional.empty(),
        example.answer().map(raw -> new Answer(raw, "", true)),
        example.answer().map(this::http),
        chain,
        example.imported(),
        example.names());
  }

  private org.testigo.model.scan.HttpAnswer http(Bytes raw) {
    return reader.http(raw);
  }

  static FingerprintCheck with(ExampleReader reader) {
    return new FingerprintCheck(reader);
  }

  static Text text(String key, Object... arguments) {
    return Text.of(FingerprintSet.class, key, arguments);
  }
}
