package org.testigo.detections.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.detections.fingerprints.Examples.Example;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.FingerprintHit.Excerpt;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Subject;
import org.testigo.model.scan.X509Certificate;
import org.testigo.reports.Words;

/// Every rule that comes with the program, held against what it says of itself.
class BundledRulesTest {
  private static final FingerprintSet RULES = FingerprintSet.bundled();
  private static final FingerprintCheck CHECK = FingerprintCheck.with(Services.READER);

  @Test
  void everyRuleHoldsAgainstItsMatchesItsMissesAndTheLookAlikes() {
    var words = Words.in(java.util.Locale.ENGLISH);

    assertThat(RULES.refused()).isEmpty();
    var results = FingerprintCheck.check(RULES, Services.READER);
    assertThat(results)
        .flatExtracting(one ->
            one.failures().stream().map(f -> one.fingerprint().id() + ": " + words.say(f)).toList())
        .isEmpty();
    assertThat(results)
        .hasSize(14)
        .allSatisfy(checked ->
            assertThat(checked.failures().stream().map(words::say))
                .as(checked.fingerprint().id())
                .isEmpty())
        .allSatisfy(checked -> assertThat(checked.matches()).isGreaterThanOrEqualTo(2))
        .allSatisfy(checked -> assertThat(checked.misses()).isGreaterThanOrEqualTo(2));
    assertThat(FingerprintCheck.lookAlikes()).hasSize(25);
  }

  @Test
  void theRulesAreThePublishedOnes() {
    assertThat(RULES.fingerprints())
        .extracting(Fingerprint::id)
        .containsExactly(
            "decoy-google",
            "decoy-yahoo",
            "finfisher-1.0",
            "finfisher-1.1",
            "finfisher-2.0",
            "finfisher-3.0",
            "finfisher-4.0",
            "hacking-team-rcs-http-meta-refresh",
            "hacking-team-rcs-http-misspelt-status",
            "hacking-team-rcs-http-openssl-footer",
            "hacking-team-rcs-tls-authority",
            "hacking-team-rcs-tls-default-server",
            "hacking-team-rcs-tls-random-names",
            "hacking-team-rcs-tls-system-authority");
  }

  @Test
  void aLiteralStandsInEveryMatch() {
    for (Rule<?> rule : RULES.rules())
      for (Example match : rule.examples().matches()) {
        var wires = wires(CHECK.view(match), rule.fingerprint().subject());
        boolean stands = wires.stream().anyMatch(wire -> rule.literals().standIn(wire.array()));
        assertThat(stands).as(rule.fingerprint().id() + ": " + match.name()).isTrue();
      }
  }

  @Test
  void everyRuleHasALiteral() {
    assertThat(RULES.rules()).allSatisfy(rule -> assertThat(rule.literals().any()).isNotEmpty());
    for (Subject subject : Subject.values())
      assertThat(RULES.hasRuleWithoutLiteral(subject)).as(subject.name()).isFalse();
    assertThat(RULES.literals())
        .allSatisfy(one -> assertThat(one.bytes().length()).isGreaterThan(5));
  }

  @Test
  void everyHitShowsBytesThatStandWhereItSays() {
    for (Rule<?> rule : RULES.rules())
      for (Example match : rule.examples().matches()) {
        var view = CHECK.view(match);
        for (FingerprintHit hit : RULES.match(view)) {
          assertThat(hit.evidence()).as(hit.fingerprint()).isNotEmpty();
          for (Excerpt excerpt : hit.evidence())
            assertThat(standsThere(excerpt, wires(view, rule.fingerprint().subject())))
                .as(hit.fingerprint() + " " + excerpt)
                .isTrue();
        }
      }
  }

  private static boolean standsThere(Excerpt excerpt, List<Bytes> wires) {
    int from = excerpt.offsetBytes();
    int to = from + excerpt.bytes().length();
    return wires.stream()
        .anyMatch(wire ->
            to <= wire.length()
                && Arrays.equals(wire.array(), from, to, excerpt.bytes().array(), 0, to - from));
  }

  private static List<Bytes> wires(ServiceView view, Subject subject) {
    return switch (subject) {
      case ANSWER -> List.of(view.answer().orElseThrow().raw());
      case CERTIFICATE -> new ArrayList<>(view.chain().stream().map(X509Certificate::der).toList());
      case IMPORTED -> view.imported().stream().map(one -> Services.bytes(one.value())).toList();
      case NAME -> view.names().stream().map(Services::bytes).toList();
    };
  }
}
