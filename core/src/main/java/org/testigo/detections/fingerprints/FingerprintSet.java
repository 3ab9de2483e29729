package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.indicators.patterns.UnmatchableException;
import org.testigo.model.LimitHitException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Subject;
import org.testigo.model.scan.X509Certificate;

/// Rules that are asked together. Safe for several threads.
public final class FingerprintSet {
  private final List<Rule<AnswerTarget>> answerRules;
  private final List<Rule<CertificateTarget>> certificateRules;
  private final List<Rule<ImportedFingerprint>> importedRules;
  private final List<Rule<String>> nameRules;
  private final List<Fingerprint> fingerprints;
  private final List<Refused> refused;
  private final List<String> passedOver;
  private final List<Literal> literals;
  private final Set<Subject> withoutLiteral;

  FingerprintSet(Loaded loaded) {
    answerRules = loaded.answerRules();
    certificateRules = loaded.certificateRules();
    importedRules = loaded.importedRules();
    nameRules = loaded.nameRules();
    fingerprints = loaded.rules().stream().map(rule -> (Fingerprint) rule.fingerprint()).toList();
    refused = loaded.refused();
    passedOver = loaded.passedOver();
    literals = literals(loaded.rules());
    withoutLiteral = withoutLiteral(loaded.rules());
  }

  /// The rules that come with the program.
  public static FingerprintSet bundled() {
    return load(List.of());
  }

  /// The rules that come with the program and a user's own.
  ///
  /// @param own files, or folders whose files are taken; see [#refused()] and [#passedOver()]
  public static FingerprintSet load(List<java.nio.file.Path> own) {
    return new FingerprintSet(RuleFiles.load(own));
  }

  /// In the order in which they were read.
  public List<Fingerprint> fingerprints() {
    return fingerprints;
  }

  /// The rule of an id.
  public Optional<Fingerprint> fingerprint(String id) {
    return fingerprints.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// Files and rules that could not be taken.
  public List<Refused> refused() {
    return refused;
  }

  /// Files of own folders whose names are not those of rules.
  public List<String> passedOver() {
    return passedOver;
  }

  /// Bytes of which one stands in everything that a rule with literals matches, as they stand on
  /// the wire: in the answer, in the DER form, in the text of an imported value.
  public List<Literal> literals() {
    return literals;
  }

  /// Whether a rule must see every such subject, since no bytes are sure to stand in what it
  /// matches.
  public boolean hasRuleWithoutLiteral(Subject subject) {
    return withoutLiteral.contains(subject);
  }

  /// What matches, in the order of the rules.
  ///
  /// @throws LimitHitException where a rule took more steps than allowed
  /// @throws UnmatchableException where a rule exhausted the stack
  public List<FingerprintHit> match(ServiceView service) {
    return match(
        service,
        trouble -> {
          throw trouble.why();
        });
  }

  /// What matches, in the order of the rules.
  ///
  /// @param troubles rules that could not be held against the service; the others still are
  public List<FingerprintHit> match(ServiceView service, Consumer<Trouble> troubles) {
    var hits = new ArrayList<FingerprintHit>();
    matchAnswer(service, hits, troubles);
    for (X509Certificate certificate : service.chain())
      matchCertificate(service, certificate, hits, troubles);
    for (ImportedFingerprint imported : service.imported()) {
      var wire = utf8(imported.value());
      each(importedRules, imported, new Wire("imported", wire), service, hits, troubles);
    }
    for (String name : service.names())
      each(nameRules, name, new Wire("name", utf8(name)), service, hits, troubles);
    return hits;
  }

  /// A rule that could not be held against a service.
  ///
  /// @param why a [LimitHitException] or an [UnmatchableException]
  public record Trouble(Fingerprint fingerprint, RuntimeException why) {}

  private void matchAnswer(
      ServiceView service, List<FingerprintHit> hits, Consumer<Trouble> troubles) {
    if (service.answer().isEmpty() && service.imported().isEmpty()) return;
    var target = AnswerTarget.of(service);
    var wire = new Wire("answer", target.answer().raw());
    each(answerRules, target, wire, service, hits, troubles);
  }

  private void matchCertificate(
      ServiceView service,
      X509Certificate certificate,
      List<FingerprintHit> hits,
      Consumer<Trouble> troubles) {
    var target = new CertificateTarget(certificate, service.chain());
    var wire = new Wire("certificate", certificate.der(), Optional.of(certificate.id()));
    each(certificateRules, target, wire, service, hits, troubles);
  }

  private static <T> void each(
      List<Rule<T>> rules,
      T target,
      Wire wire,
      ServiceView service,
      List<FingerprintHit> hits,
      Consumer<Trouble> troubles) {
    for (Rule<T> rule : rules) {
      try {
        rule.match(target, wire, service.at()).ifPresent(hits::add);
      } catch (LimitHitException | UnmatchableException e) {
        troubles.accept(new Trouble(rule.fingerprint(), e));
      }
    }
  }

  private static Bytes utf8(String text) {
    return new Bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static List<Literal> literals(List<Rule<?>> rules) {
    var literals = new LinkedHashSet<Literal>();
    for (Rule<?> rule : rules)
      for (Bytes literal : rule.literals().any())
        literals.add(new Literal(rule.fingerprint().subject(), literal));
    return List.copyOf(literals);
  }

  private static Set<Subject> withoutLiteral(List<Rule<?>> rules) {
    var subjects = EnumSet.noneOf(Subject.class);
    for (Rule<?> rule : rules)
      if (rule.literals().isEmpty()) subjects.add(rule.fingerprint().subject());
    return subjects;
  }
}
