package org.testigo.detections.fingerprints;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;
import org.testigo.model.scan.Subject;

/// Reads a rule's file.
final class RuleReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,80}");
  private static final int LEAST_EXAMPLES = 2;

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "family",
          "generation",
          "subject",
          "description",
          "source",
          "valid-from",
          "valid-until",
          "strength",
          "extract",
          "matches",
          "misses");

  private RuleReader() {}

  /// Adds the rule of a file.
  ///
  /// @param file the name of the file
  /// @throws RefusedRuleException where it is no rule that can be asked
  static void read(byte[] yaml, String file, Loaded loaded) {
    var node = YamlReader.read(yaml);
    var known = new HashSet<>(KEYS);
    known.addAll(ConditionReader.COMBINING);
    node.refuseOtherKeysThan(known);
    var fingerprint = fingerprint(node, file);
    if (loaded.knows(fingerprint.id())) throw new RefusedRuleException("twice", fingerprint.id());
    switch (fingerprint.subject()) {
      case ANSWER -> loaded.addAnswer(answer(fingerprint, node));
      case CERTIFICATE -> loaded.addCertificate(certificate(fingerprint, node));
      case IMPORTED -> loaded.addImported(imported(fingerprint, node));
      case NAME -> loaded.addName(name(fingerprint, node));
    }
  }

  private static Rule<AnswerTarget> answer(Fingerprint fingerprint, Node node) {
    var condition = new AnswerConditions().read(node);
    return rule(fingerprint, condition, ExtractionReader.ofAnswer(node), node, Target::answers);
  }

  private static Rule<CertificateTarget> certificate(Fingerprint fingerprint, Node node) {
    var condition = new CertificateConditions().read(node);
    return rule(
        fingerprint, condition, ExtractionReader.ofCertificate(node), node, Target::certificates);
  }

  private static Rule<ImportedFingerprint> imported(Fingerprint fingerprint, Node node) {
    refuseExtract(node);
    return rule(
        fingerprint,
        new TextTargets.ImportedConditions().read(node),
        List.of(),
        node,
        Target::imported);
  }

  private static Rule<String> name(Fingerprint fingerprint, Node node) {
    refuseExtract(node);
    return rule(
        fingerprint, new TextTargets.NameConditions().read(node), List.of(), node, Target::names);
  }

  private static void refuseExtract(Node node) {
    if (node.find("extract").isPresent())
      throw new RefusedRuleException("unknown-key", "extract", "");
  }

  private static <T> Rule<T> rule(
      Fingerprint fingerprint,
      Condition<T> condition,
      List<Extraction<T>> extractions,
      Node node,
      Target.Finder<T> finder) {
    var examples = new Examples(examples(node, "matches"), examples(node, "misses"));
    return new Rule<>(fingerprint, condition, extractions, condition.literals(), examples, finder);
  }

  private static List<Examples.Example> examples(Node node, String key) {
    var examples = Examples.read(node.at(key));
    if (examples.size() < LEAST_EXAMPLES)
      throw new RefusedRuleException("few-examples", key, examples.size(), LEAST_EXAMPLES);
    return examples;
  }

  private static Fingerprint fingerprint(Node node, String file) {
    String id = node.at("id").text();
    if (!ID.matcher(id).matches()) throw new RefusedRuleException("bad-id", "id", id);
    var from = node.find("valid-from").map(Node::date);
    var until = node.find("valid-until").map(Node::date);
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get()))
      throw new RefusedRuleException("bad-validity", from.get().toString(), until.get().toString());
    return new Fingerprint(
        id,
        node.textOrEmpty("family"),
        node.textOrEmpty("generation"),
        subject(node.at("subject")),
        description(node.at("description")),
        source(node.at("source")),
        from,
        until,
        strength(node.at("strength")),
        file);
  }

  private static Fingerprint.Description description(Node node) {
    node.refuseOtherKeysThan(Set.of("en", "es"));
    return new Fingerprint.Description(node.at("en").text().strip(), node.at("es").text().strip());
  }

  private static Fingerprint.Source source(Node node) {
    node.refuseOtherKeysThan(Set.of("title", "author", "url", "date"));
    return new Fingerprint.Source(
        node.at("title").text(),
        node.at("author").text(),
        node.at("url").text(),
        node.find("date").map(Node::date));
  }

  private static Subject subject(Node node) {
    for (Subject subject : Subject.values())
      if (subject.name().toLowerCase(Locale.ROOT).equals(node.text())) return subject;
    throw new RefusedRuleException(
        "unknown-value", node.place(), "answer, certificate, imported, name");
  }

  private static Fingerprint.Strength strength(Node node) {
    for (Fingerprint.Strength strength : Fingerprint.Strength.values())
      if (strength.word().equals(node.text())) return strength;
    throw new RefusedRuleException("unknown-value", node.place(), "specific, corroborating");
  }
}
