package org.testigo.detections.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Subject;
import org.testigo.model.scan.X509Certificate;
import org.testigo.reports.Words;

/// What conditions say of answers and certificates, one by one.
class ConditionsTest {
  private static final String ANSWER =
      "HTTP/1.1 404 NotFound\r\nConnection: close\r\nContent-length: 5\r\nServer: Apache\r\n\r\nhello";
  private static final String CERTIFICATE =
      "{issuer: [CN: alpha-authority, O: Example], subject: [CN: beta], serial: '0a0b0c',"
          + " extended-key-usage: [serverAuth, clientAuth], authority-key: issuer,"
          + " dns-names: [a.example.org, b.example.org], key: one,"
          + " not-before: 2013-01-01, not-after: 2014-01-01}";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void answersAreAskedByTheirParts() {
    assertHolds("status: 404", true);
    assertHolds("status: [200, 400]", false);
    assertHolds("status-line: HTTP/1.1 404 NotFound", true);
    assertHolds("reason: {misspells: Not Found}", true);
    assertHolds("reason: {misspells: NotFound}", false);
    assertHolds("reason: NotFound", true);
    assertHolds("header-names: [Connection, Content-length, Server]", true);
    assertHolds(
        "header-names: [Connection, 'Content-Length|Content-length', 'Via?', Server]", true);
    assertHolds("header-names: [Connection, Content-Length, Server]", false);
    assertHolds("header-names-any-case: [connection, content-length, server]", true);
    assertHolds("header-names: [Connection, '*']", true);
    assertHolds("header-names: [Connection, Server]", false);
    assertHolds("header-names: ['*', Server, Connection]", false);
    assertHolds("header: {name: content-length, equals: '5'}", true);
    assertHolds("header: {name: content-length, spelled: true, equals: '5'}", false);
    assertHolds("header: {name: Via}", false);
    assertHolds("not: [header: {name: Via}]", true);
    assertHolds("body: {length: {least: 5, most: 5}}", true);
    assertHolds("body: {length: 0}", false);
    assertHolds("body: {contains-any-case: ELL}", true);
    assertHolds("body: {regex: '^h.l+o$'}", true);
    assertHolds("body: {regex: '^h.l+o$', literal: jello}", false);
    assertHolds("answer: {starts-with: 'HTTP/1.1 404', ends-with: hello}", true);
    assertHolds("any: [status: 200, body: hello]", true);
    assertHolds("body-md5: 5d41402abc4b2a76b9719d911017c592", true);
    assertHolds("header-order-md5: 00000000000000000000000000000000", false);
  }

  @Test
  void withoutTheOrderOfTheWireNothingIsSaidOfIt() {
    for (String condition :
        List.of(
            "header-names: [Connection, Content-length, Server]",
            "not: [header-names: [Server]]",
            "header: {name: Connection, spelled: true}",
            "head: {contains: close}",
            "answer: {contains: close}",
            "header-order-md5: ac2a")) {
      assertThat(hits(condition, Services.answering(Services.bytes(ANSWER), false)))
          .as(condition)
          .isEmpty();
    }
    assertThat(
            hits(
                "status-line: HTTP/1.1 404 NotFound",
                Services.answering(Services.bytes(ANSWER), false)))
        .hasSize(1);
  }

  @Test
  void certificatesAreAskedByTheirFields() {
    assertCertificate("issuer: {CN: alpha-authority}", true);
    assertCertificate("issuer: {only: [CN, O]}", true);
    assertCertificate("issuer: {only: [O, CN]}", false);
    assertCertificate("issuer: {any: {contains: Exam}}", true);
    assertCertificate("subject: {only: [CN], CN: {length: 4}}", true);
    assertCertificate("subject: {2.5.4.3: beta}", true);
    assertCertificate("serial: '0a:0b:0c'", true);
    assertCertificate("serial: '000a0b0c'", true);
    assertCertificate("serial: 0a0b", false);
    assertCertificate("extended-key-usage: {equals: [serverAuth, clientAuth]}", true);
    assertCertificate("extended-key-usage: {equals: [clientAuth]}", false);
    assertCertificate("extended-key-usage: {contains: [clientAuth]}", true);
    assertCertificate("authority-key: {directory-name: issuer, serial: own}", true);
    assertCertificate("alternative-names: {kind: dns, ends-with: .example.org, at-least: 2}", true);
    assertCertificate("alternative-names: {kind: dns, at-most: 1}", false);
    assertCertificate("validity: {days: 365}", true);
    assertCertificate("validity: {least-days: 366}", false);
    assertCertificate("validity: {starts-before: 2013-01-02, starts-from: 2013-01-01}", true);
    assertCertificate("self-issued: false", true);
    assertCertificate("authority: true", false);
    assertCertificate("chain: {position: 1, length: 1}", true);
    assertCertificate("chain: {issuer-is-next: true}", false);
    String key = certificate().keySha256();
    assertCertificate("key-sha256: " + key, true);
    assertCertificate("digest: " + certificate().id().md5(), true);
    assertThat(
            hits(
                "certificate",
                "chain: {position: 1}",
                ServiceView.ofCertificate(Optional.empty(), certificate().at(0))))
        .isEmpty();
  }

  @Test
  void namesAndImportedValuesAreTexts() {
    assertThat(hits("name", "name: {under: example.org}", name("a.example.org"))).hasSize(1);
    assertThat(hits("name", "name: {under: example.org}", name("badexample.org"))).isEmpty();
    assertThat(
            hits(
                "imported",
                "imported: {kind: jarm, equals: 2ad2ad}",
                Services.imported("jarm", "2ad2ad")))
        .singleElement()
        .satisfies(hit -> assertThat(hit.evidence().getFirst().of()).isEqualTo("imported"));
    assertThat(
            hits(
                "imported",
                "imported: {kind: jarm, equals: 2ad2ad}",
                Services.imported("ja3s", "2ad2ad")))
        .isEmpty();
  }

  @Test
  void anIconIsKnownByItsHashesComputedOrImported() {
    // Of the nine bytes, as base64 with a line break behind.
    String icon =
        "HTTP/1.1 200 OK\r\nContent-Type: image/x-icon\r\n\r\n\u0000\u0000\u0001\u0000icon!";
    String hash = Hashes.mmh3(Services.bytes("\u0000\u0000\u0001\u0000icon!").array());

    assertThat(hits("favicon-mmh3: '" + hash + "'", Services.answering(icon))).hasSize(1);
    assertThat(
            hits(
                "favicon-mmh3: '" + hash + "'",
                Services.answering(icon.replace("image/x-icon", "text/html"))))
        .isEmpty();
    assertThat(hits("favicon-mmh3: '-7'", Services.imported("favicon-mmh3", "-7"))).hasSize(1);
    assertThat(rules("answer", "favicon-mmh3: '-7'").hasRuleWithoutLiteral(Subject.ANSWER))
        .isTrue();
  }

  @Test
  void whatIsSeenOutsideItsTimeIsMarked() {
    var rules = FingerprintSet.bundled();
    var answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n";

    assertThat(validity(rules, answer, "2013-02-28T23:59:59Z")).isFalse();
    assertThat(validity(rules, answer, "2013-03-01T00:00:00Z")).isTrue();
    assertThat(validity(rules, answer, "2014-12-31T23:59:59Z")).isTrue();
    assertThat(validity(rules, answer, "2015-01-01T00:00:00Z")).isFalse();
  }

  @Test
  void aLiteralThatChunksTearApartIsNoHitWithAndWithoutASearchForIt() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    assertThat(
            hits(
                "body: {contains: rare-words}",
                Services.answering(head + "a\r\nrare-words\r\n0\r\n\r\n")))
        .singleElement()
        .satisfies(hit -> assertThat(hit.evidence().getFirst().offsetBytes()).isEqualTo(50));
    assertThat(
            hits(
                "body: {contains: rare-words}",
                Services.answering(head + "5\r\nrare-\r\n5\r\nwords\r\n0\r\n\r\n")))
        .isEmpty();
  }

  @Test
  void aHostileExpressionEndsAndTheOtherRulesStillAnswer() throws IOException {
    write("a.yaml", rule("hostile-1", "answer", "body: {regex: '(a+)+b'}"));
    write("b.yaml", rule("good-1", "answer", "status: 404"));
    var troubles = new java.util.ArrayList<String>();
    var view = Services.answering("HTTP/1.1 404 X\r\n\r\n" + "a".repeat(4_000));

    var hits =
        FingerprintSet.loadAlone(List.of(folder))
            .match(view, one -> troubles.add(one.fingerprint().id()));

    assertThat(hits).extracting(FingerprintHit::fingerprint).containsExactly("good-1");
    assertThat(troubles).containsExactly("hostile-1");
  }

  @Test
  void whatCannotBeARuleIsRefusedWithItsPlace() {
    assertThat(refusal(rule("x-1", "answer", "status: teapot")))
        .isEqualTo("all[0].status: teapot is no whole number");
    assertThat(refusal(rule("x-1", "answer", "body: {contians: a}")))
        .startsWith("all[0].body.contians is not known here; known are: contains, ");
    assertThat(refusal(rule("x-1", "certificate", "serial: xyz")))
        .isEqualTo("all[0].serial: xyz, expected 1 to 64 hexadecimal digits");
    assertThat(refusal(rule("x-1", "answer", "body: {regex: '(a'}")))
        .startsWith("all[0].body.regex: ");
    assertThat(refusal("id: [")).startsWith("The file is no YAML that can be read: ");
    assertThat(refusal("a: &a [b]\nc: *a")).startsWith("The file is no YAML that can be read: ");
    assertThat(refusal("[".repeat(100))).startsWith("The file is no YAML that can be read: ");
    assertThat(refusal(rule("x-1", "answer", "status: 1").replace("- {name: d", "#- {name: d")))
        .isEqualTo("misses: 1 given, expected at least 2");
  }

  @Test
  void theExampleOfThePageHolds() throws IOException {
    String page = Files.readString(Path.of("../docs/how-to/add-a-fingerprint.md"));
    int from = page.indexOf("```yaml\n") + 8;
    write("page.yaml", page.substring(from, page.indexOf("```", from)));
    var rules = FingerprintSet.loadAlone(List.of(folder));

    assertThat(rules.refused()).isEmpty();
    assertThat(FingerprintCheck.check(rules, Services.READER))
        .singleElement()
        .satisfies(checked -> assertThat(checked.failures()).isEmpty());
  }

  private static Optional<ScanTime> at(String time) {
    return Optional.of(new ScanTime(Instant.parse(time), ScanTime.Precision.SECOND));
  }

  private static boolean validity(FingerprintSet rules, String answer, String time) {
    var view = Services.answering(answer);
    var seen =
        new ServiceView(at(time), view.answer(), view.http(), List.of(), List.of(), List.of());
    return rules.match(seen).getFirst().inValidity();
  }

  private static ServiceView name(String name) {
    return ServiceView.ofName(Optional.empty(), name);
  }

  private static X509Certificate certificate() {
    var fields =
        CertificateFields.read(
            YamlReader.read(CERTIFICATE.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return Services.READER.certificate(fields.der(), 1);
  }

  private void assertHolds(String condition, boolean holds) {
    assertThat(hits(condition, Services.answering(ANSWER))).as(condition).hasSize(holds ? 1 : 0);
  }

  private void assertCertificate(String condition, boolean holds) {
    var view = ServiceView.ofCertificate(Optional.empty(), certificate());
    assertThat(hits("certificate", condition, view)).as(condition).hasSize(holds ? 1 : 0);
  }

  private List<FingerprintHit> hits(String condition, ServiceView view) {
    return hits("answer", condition, view);
  }

  private List<FingerprintHit> hits(String subject, String condition, ServiceView view) {
    return rules(subject, condition).match(view);
  }

  private FingerprintSet rules(String subject, String condition) {
    try {
      write("rule.yaml", rule("x-1", subject, condition));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    var rules = FingerprintSet.loadAlone(List.of(folder.resolve("rule.yaml")));
    assertThat(rules.refused()).as(condition).isEmpty();
    return rules;
  }

  private String refusal(String yaml) {
    try {
      write("bad.yaml", yaml);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    var refused = FingerprintSet.loadAlone(List.of(folder.resolve("bad.yaml"))).refused();
    return Words.in(java.util.Locale.ENGLISH).say(refused.getFirst().why());
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml);
  }

  private static String rule(String id, String subject, String condition) {
    return """
    id: %s
    subject: %s
    strength: specific
    description: {en: a, es: b}
    source: {title: t, author: a, url: u}
    all:
      - %s
    matches:
      - {name: a, answer: x}
      - {name: b, answer: x}
    misses:
      - {name: c, answer: x}
      - {name: d, answer: x}
    """
        .formatted(id, subject, condition);
  }
}
