package org.testigo.exposure.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.exposure.laws.LegalTables;
import org.testigo.model.ClearIdentifier;
import org.testigo.reports.Words;

class PolicyFileTest {
  private static final String WHOLE =
      """
      policy: made-up
      title: A made-up rule
      notice: an example
      rules:
        - id: identifiers-stay
          why: they tell who it is
          what: {identifiers: [imei, email]}
          allow: {countries: [MX], laws: [MX, "@five-eyes"]}
        - id: not-there
          what: connections
          deny: {companies: bytedance}
        - id: clinic
          what: {domains: Clinic.Example.ORG}
          allow: {countries: mx}
      """;

  private static Policy read(String yaml) throws RefusedPolicyException {
    return PolicyFile.read(yaml.getBytes(UTF_8), LegalTables.bundled());
  }

  @Test
  void rulesAreRead() throws RefusedPolicyException {
    var policy = read(WHOLE);
    assertThat(policy.id()).isEqualTo("made-up");
    assertThat(policy.rules())
        .containsExactly(
            new Rule(
                "identifiers-stay",
                "they tell who it is",
                new Rule.Subject.Identifiers(
                    EnumSet.of(ClearIdentifier.Kind.IMEI, ClearIdentifier.Kind.EMAIL)),
                new Rule.Terms(Set.of("MX"), Set.of("MX", "US", "GB", "CA", "AU", "NZ"), Set.of()),
                Rule.Terms.NONE),
            new Rule(
                "not-there",
                "",
                new Rule.Subject.Connections(),
                Rule.Terms.NONE,
                new Rule.Terms(Set.of(), Set.of(), Set.of("bytedance"))),
            new Rule(
                "clinic",
                "",
                new Rule.Subject.Domains(List.of("clinic.example.org")),
                new Rule.Terms(Set.of("MX"), Set.of(), Set.of()),
                Rule.Terms.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[MX]|[ZZ]|unknown-country",
        "\"@five-eyes\"|\"@six-eyes\"|unknown-club",
        "bytedance|nobody|unknown-company",
        "[imei, email]|[imei, shoe-size]|unknown-kind",
        "deny: {companies: bytedance}|denny: {companies: bytedance}|unknown-key",
        "connections|conections|unknown-subject",
        "id: clinic|id: not-there|twice",
        "    deny: {companies: bytedance}|    why: so|no-terms",
        "policy: made-up|policy: ''|expected-text",
        "policy: made-up|[|not-yaml",
        "{domains: Clinic.Example.ORG}|{domains: a.example, apps: b}|one-subject",
        "id: clinic|id: &a [*a]|not-yaml",
      })
  void whatIsMisspeltRefusesTheFile(String right, String wrong, String reason) {
    assertThat(WHOLE).contains(right);
    var refused =
        catchThrowableOfType(RefusedPolicyException.class, () -> read(WHOLE.replace(right, wrong)));
    assertThat(refused.text().key()).isEqualTo(reason);
    for (var language : Words.LANGUAGES)
      assertThat(Words.in(language).say(refused.text())).isNotBlank();
  }

  @Test
  void deepNestingIsRefused() {
    var deep = "policy: " + "[".repeat(100_000) + "]".repeat(100_000);
    var refused = catchThrowableOfType(RefusedPolicyException.class, () -> read(deep));
    assertThat(refused.text().key()).isEqualTo("not-yaml");
  }
}
