package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsCommandTest {
  private static final String RULE =
      """
      id: example-1
      subject: answer
      strength: specific
      description: {en: An example., es: Un ejemplo.}
      source: {title: Example, author: Nobody, url: "https://example.org/", date: 2020-01-02}
      valid-from: 2019-01-01
      all:
        - status: 418
        - header: {name: Server, spelled: true, equals: teapot-server}
      extract:
        - {name: tea, in: "header:X-Tea"}
      matches:
        - name: green
          answer: "HTTP/1.1 418 Teapot\\r\\nServer: teapot-server\\r\\nX-Tea: green\\r\\n\\r\\n"
          extracted: {tea: green}
        - name: none
          answer: "HTTP/1.1 418 Teapot\\r\\nServer: teapot-server\\r\\n\\r\\n"
      misses:
        - {name: other status, answer: "HTTP/1.1 200 OK\\r\\nServer: teapot-server\\r\\n\\r\\n"}
        - {name: other spelling, answer: "HTTP/1.1 418 Teapot\\r\\nserver: teapot-server\\r\\n\\r\\n"}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void tellsWhatItKnowsSinceWhenAndFromWhom() {
    var session = Session.of("fingerprints", "--lang", "en");

    assertThat(session.exitCode()).isZero();
    assertThat(session.out().lines().filter(line -> line.startsWith("finfisher-")))
        .containsExactly(
            "finfisher-1.0 [specific]",
            "finfisher-1.1 [specific]",
            "finfisher-2.0 [specific]",
            "finfisher-3.0 [specific]",
            "finfisher-4.0 [specific]");
    assertThat(session.out())
        .contains(
            "    family: finfisher\n    generation: 2.0\n    looks at: what a port answers\n",
            "    valid: from 2012-08-01 until 2013-12-31\n");
  }

  @Test
  void givesOneObjectPerLine() throws IOException {
    var own = Files.writeString(folder.resolve("own.yaml"), RULE);
    var session = Session.of("fingerprints", "--json", "--lang", "es", "--rules", own.toString());

    assertThat(session.out().lines()).hasSize(15);
    assertThat(session.out().lines().toList().getLast())
        .isEqualTo(
            "{\"id\":\"example-1\",\"family\":\"\",\"generation\":\"\",\"subject\":\"answer\","
                + "\"strength\":\"specific\",\"description\":\"Un ejemplo.\","
                + "\"validFrom\":\"2019-01-01\",\"validUntil\":\"\",\"source\":{\"title\":\"Example\","
                + "\"author\":\"Nobody\",\"url\":\"https://example.org/\",\"date\":\"2020-01-02\"},"
                + "\"file\":\"own.yaml\"}");
  }

  @Test
  void aRuleThatHoldsIsToldSo() throws IOException {
    var session = check(RULE);

    assertThat(session.exitCode()).isZero();
    assertThat(session.out())
        .isEqualTo("holds: example-1 (2 matches, 2 misses)\n1 rules checked, 0 fail; 0 refused\n");
  }

  @Test
  void saysExactlyWhatDoesNotHold() throws IOException {
    var session =
        check(
            RULE.replace("status: 418", "status: 419")
                .replace("HTTP/1.1 200 OK", "HTTP/1.1 419 OK"));

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out())
        .isEqualTo(
            """
            fails: example-1
                The match "green" is not recognised: all[0].status does not hold
                The match "none" is not recognised: all[0].status does not hold
                The miss "other status" is recognised
            1 rules checked, 1 fail; 0 refused
            """);
  }

  @Test
  void aValueThatDiffersIsAFailure() throws IOException {
    var session = check(RULE.replace("extracted: {tea: green}", "extracted: {tea: black}"));

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out())
        .contains("    The match \"green\" gives tea = \"green\", expected \"black\"\n");
  }

  @Test
  void aRuleThatRecognisesOrdinaryServersFails() throws IOException {
    var session =
        check(
            RULE.replace("- status: 418\n", "- status: [404, 418]\n")
                .replace("- header: {name: Server, spelled: true, equals: teapot-server}", ""));

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out())
        .contains("    \"nginx, not found\", an ordinary look-alike, is recognised\n");
  }

  @Test
  void aFileThatCannotBeTakenIsNamedWithTheReason() throws IOException {
    Files.writeString(folder.resolve("typo.yaml"), RULE.replace("status:", "statsu:"));
    Files.writeString(
        folder.resolve("entity.xml"),
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>");
    Files.writeString(folder.resolve("notes.txt"), "nothing");
    var session = Session.of("fingerprints", "check", folder.toString(), "--lang", "en");

    assertThat(session.exitCode()).isEqualTo(65);
    assertThat(session.out())
        .contains("typo.yaml\n    all[0].statsu is no condition of this subject\n")
        .contains("entity.xml\n    The file is no Recog file: ")
        .contains("notes.txt, whose name is not that of a rule\n")
        .endsWith("0 rules checked, 0 fail; 2 refused\n")
        .doesNotContain("root:");
  }

  @Test
  void whatIsNotThereIsToldSo() {
    var session = Session.of("fingerprints", "check", folder.resolve("none").toString());

    assertThat(session.exitCode()).isEqualTo(66);
  }

  private Session check(String rule) throws IOException {
    var file = Files.writeString(folder.resolve("rule.yaml"), rule);
    return Session.of("fingerprints", "check", file.toString(), "--lang", "en");
  }
}
