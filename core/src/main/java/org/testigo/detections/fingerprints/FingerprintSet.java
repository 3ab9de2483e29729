package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.testigo.indicators.patterns.UnmatchableException;
import org.testigo.model.LimitHitException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Subject;

/// Rules that are asked together. Safe for several threads.
public final class FingerprintSet {
  private final List<Rule<AnswerTarget>> answerRules;
  private final List<Rule<CertificateTarget>> certificateRules;
  private final List<Rule<ImportedFingerprint>> importedRules;
  private final List<Rule<String>> nameRules;
  private final List<Rule<?>> rules;
  private final List<RecogRules> recog;
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
    rules = loaded.rules();
    recog = loaded.recog();
    fingerprints =
        Stream.concat(
                rules.stream().<Fingerprint>map(Rule::fingerprint),
                recog.stream().flatMap(one -> one.fingerprints().stream()))
            .toList();
    refused = loaded.refused();
    passedOver = loaded.passedOver();
    literals = literals(loaded.rules());
    withoutLiteral = withoutLiteral();
  }

  /// The rules that come with the program.
  public static FingerprintSet bundled() {
    return load(List.of());
  }

  /// The rules that come with the program and a user's own.
  ///
  /// @param own files, or folders whose files are taken; see [#refused()] and [#passedOver()]
  public static FingerprintSet load(List<java.nio.file.Path> own) {
    return new FingerprintSet(RuleFiles.withBundled(own));
  }

  /// A user's own rules alone.
  public static FingerprintSet loadAlone(List<java.nio.file.Path> own) {
    return new FingerprintSet(RuleFiles.alone(own));
  }

  List<Rule<?>> rules() {
    return rules;
  }

  List<RecogRules> recog() {
    return recog;
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
    var found = new Found(service.at(), hits, troubles);
    found.ask(answerRules, Target.answers(service));
    found.ask(certificateRules, Target.certificates(service));
    found.ask(importedRules, Target.imported(service));
    found.ask(nameRules, Target.names(service));
    var hashes = new Hashes(service);
    for (RecogRules one : recog) one.match(service, hashes, hits, troubles);
    return hits;
  }

  /// A rule that could not be held against a service.
  ///
  /// @param why a [LimitHitException] or an [UnmatchableException]
  public record Trouble(Fingerprint fingerprint, RuntimeException why) {}

  /// What was found so far in a service.
  private record Found(
      Optional<ScanTime> at, List<FingerprintHit> hits, Consumer<Trouble> troubles) {

    <T> void ask(List<Rule<T>> rules, List<Target<T>> targets) {
      for (Target<T> target : targets) for (Rule<T> rule : rules) ask(rule, target);
    }

    private <T> void ask(Rule<T> rule, Target<T> target) {
      try {
        rule.match(target, at).ifPresent(hits::add);
      } catch (LimitHitException | UnmatchableException e) {
        troubles.accept(new Trouble(rule.fingerprint(), e));
      }
    }
  }

  private static List<Literal> literals(List<Rule<?>> rules) {
    var literals = new LinkedHashSet<Literal>();
    for (Rule<?> rule : rules)
      for (Bytes literal : rule.literals().any())
        literals.add(new Literal(rule.fingerprint().subject(), literal));
    return List.copyOf(literals);
  }

  private Set<Subject> withoutLiteral() {
    var subjects = EnumSet.noneOf(Subject.class);
    for (RecogRules one : recog) subjects.add(one.subject());
    for (Rule<?> rule : rules)
      if (rule.literals().isEmpty()) subjects.add(rule.fingerprint().subject());
    return subjects;
  }
}
