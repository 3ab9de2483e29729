package org.testigo.exposure.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.exposure.Exposure;
import org.testigo.exposure.ExposureBuilder;
import org.testigo.exposure.MadeUpTraffic;
import org.testigo.exposure.laws.LegalTables;
import org.testigo.model.Location;

class PolicyCheckTest {
  private static Exposure check(String rules) throws RefusedPolicyException {
    var yaml = "policy: made-up\nrules:\n" + rules;
    var policy = PolicyFile.read(yaml.getBytes(UTF_8), LegalTables.bundled());
    var builder = new ExposureBuilder(MadeUpTraffic.attributor(), List.of(policy), line -> {});
    MadeUpTraffic.hour().forEach(builder::see);
    return builder.build();
  }

  @Test
  void anIdentifierThatLeavesTheCountryIsAViolationWithItsEvidence() throws RefusedPolicyException {
    var exposure =
        check("  - {id: stay, what: {identifiers: [cookie]}, allow: {countries: [MX]}}\n");
    assertThat(exposure.violations()).hasSize(1);
    var violation = exposure.violations().getFirst();
    assertThat(violation.what()).isEqualTo("cookie");
    assertThat(violation.value()).isEqualTo("id=7f3a");
    assertThat(violation.destination().shown()).isEqualTo("news.example.org 203.0.113.7");
    assertThat(violation.destination().place()).contains("DE");
    assertThat(violation.count()).isEqualTo(1);
    assertThat(violation.examples())
        .extracting(source -> source.location())
        .containsExactly(new Location.Frame(8));
  }

  @Test
  void whatIsKeptIsNoViolation() throws RefusedPolicyException {
    var exposure =
        check("  - {id: stay, what: {identifiers: all}, allow: {countries: [MX, DE]}}\n");
    assertThat(exposure.violations()).isEmpty();
    assertThat(exposure.undecided()).isZero();
  }

  @Test
  void wherePlaceCannotBeToldTheRuleIsUndecided() throws RefusedPolicyException {
    var exposure = check("  - {id: here, what: connections, allow: {countries: [MX, DE]}}\n");
    assertThat(exposure.violations()).isEmpty();
    assertThat(exposure.undecided()).isEqualTo(1);
  }

  @Test
  void aLawIsKnownWhereThePlaceIsNot() throws RefusedPolicyException {
    var exposure = check("  - {id: no-us, what: connections, deny: {laws: [US]}}\n");
    assertThat(exposure.violations())
        .extracting(Violation::value)
        .containsExactly("chat.whatsapp.net");
  }

  @Test
  void companiesAndNamesCanBeDenied() throws RefusedPolicyException {
    assertThat(check("  - {id: a, what: connections, deny: {companies: meta}}\n").violations())
        .hasSize(1);
    assertThat(
            check("  - {id: b, what: {domains: whatsapp.net}, allow: {laws: [MX]}}\n").violations())
        .hasSize(1);
    assertThat(check("  - {id: c, what: {domains: app.net}, allow: {laws: [MX]}}\n").violations())
        .isEmpty();
  }

  @Test
  void whatStaysInTheHouseBreaksNothing() throws RefusedPolicyException {
    assertThat(
            check("  - {id: d, what: {identifiers: device-name}, allow: {countries: [MX]}}\n")
                .violations())
        .isEmpty();
  }
}
