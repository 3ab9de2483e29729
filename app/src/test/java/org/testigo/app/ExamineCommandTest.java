package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testigo.samples.Damage;
import org.testigo.samples.MadeUpPack;
import org.testigo.samples.MadeUpPhone;
import org.testigo.samples.Variant;
import org.testigo.samples.backup.Encryption;

class ExamineCommandTest {
  private static final String PASSWORD = "contraseña-✓";

  @TempDir private static Path shared;
  @TempDir private Path temp;

  @BeforeAll
  static void makePhones() throws IOException {
    MadeUpPhone.writeTo(shared.resolve("implant"), Variant.IMPLANT);
    MadeUpPhone.writeTo(shared.resolve("no-traces"), Variant.NO_TRACES);
    MadeUpPhone.writeTo(
        shared.resolve("encrypted"), Variant.IMPLANT.encrypted(Encryption.quick(PASSWORD)));
    MadeUpPack.writeTo(shared.resolve("ocelote.stix2"));
    Files.writeString(shared.resolve("password"), PASSWORD + "\n", UTF_8);
  }

  @Test
  void tracesAreFoundAndTheExitCodeSaysSo() throws IOException {
    var run = examine("implant", "--lang", "en");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(caseJson()).contains("\"verdict\":\"traces-strong\"");
    assertThat(run.out()).contains("[ran]").contains("[visited]").contains("[received]");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aPhoneWithoutTracesIsReadWholeAndNothingMatches() throws IOException {
    var run = examine("no-traces", "--lang", "en");
    assertThat(run.out()).startsWith("No known traces were found in what was checked.");
    assertThat(caseJson())
        .contains("\"verdict\":\"no-known-traces\"")
        .contains("\"complete\":true");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void withoutAPackNothingIsConclusive() throws IOException {
    var run = Session.of("examine", path("no-traces"), "--out", temp.resolve("case").toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(caseJson()).contains("\"verdict\":\"not-conclusive\"");
  }

  @Test
  void aPackThatDoesNotLoadIsNeverNothingFound() throws IOException {
    Files.writeString(shared.resolve("broken.stix2"), "{\"type\":\"bundle\",");
    var run = examine("no-traces", "--packs", path("broken.stix2"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(caseJson()).contains("\"verdict\":\"not-conclusive\"");
    assertThat(run.out()).contains("broken.stix2");
  }

  @Test
  void theEncryptedTwinGivesTheSameFindings() throws IOException {
    examine("implant");
    var plain = Session.lines(temp.resolve("case/findings.jsonl"));
    var run =
        Session.of(
            "examine",
            path("encrypted"),
            "--packs",
            path("ocelote.stix2"),
            "--password-file",
            path("password"),
            "--out",
            temp.resolve("twin").toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(Session.lines(temp.resolve("twin/findings.jsonl"))).isEqualTo(plain);
  }

  @Test
  void thePasswordComesFromTheEnvironmentToo() {
    var run =
        Session.with(
            Map.of("TESTIGO_PASSWORD", PASSWORD),
            "examine",
            path("encrypted"),
            "--packs",
            path("ocelote.stix2"),
            "--out",
            temp.resolve("case").toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
  }

  @Test
  void aWrongPasswordAndNoPasswordAreToldApart() {
    var wrong =
        Session.with(
            Map.of("TESTIGO_PASSWORD", "wrong"),
            "examine",
            path("encrypted"),
            "--out",
            temp.resolve("case").toString());
    var none = Session.of("examine", path("encrypted"), "--out", temp.resolve("case").toString());
    assertThat(wrong.exitCode()).isEqualTo(65);
    assertThat(none.exitCode()).isEqualTo(65);
    assertThat(wrong.err()).isNotEqualTo(none.err());
    assertThat(temp.resolve("case")).doesNotExist();
  }

  @Test
  void theEvidenceStaysAsItIs() throws IOException {
    var before = Session.digests(shared.resolve("implant"));
    examine("implant", "--timeline", "--hash", "all");
    assertThat(Session.digests(shared.resolve("implant"))).isEqualTo(before);
  }

  @Test
  void theTimelineHoldsWhatWasObserved() throws IOException {
    examine("implant", "--timeline");
    assertThat(Files.readAllLines(temp.resolve("case/timeline.jsonl")))
        .anySatisfy(line -> assertThat(line).contains("\"visited\""))
        .anySatisfy(line -> assertThat(line).contains("\"sent\""));
  }

  @Test
  void equalInputMakesEqualFiles() throws IOException {
    examine("implant", "--timeline");
    var first = Session.digests(temp.resolve("case"));
    Files.move(temp.resolve("case"), temp.resolve("first"));
    examine("implant", "--timeline");
    var second = Session.digests(temp.resolve("case"));
    assertThat(first).containsKeys("report.html", "timeline.csv", "timeline.jsonl");
    first.remove("run.json");
    second.remove("run.json");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void whatIsOutOfConsentIsNeverOpened() throws IOException {
    var run = examine("implant", "--without", "messages,browsing", "--hash", "all");
    assertThat(run.exitCode()).isEqualTo(1);
    var withheld =
        Session.lines(temp.resolve("case/ledger.jsonl")).stream()
            .filter(line -> line.contains("\"state\":\"out-of-consent\""))
            .toList();
    assertThat(withheld).anyMatch(has("ios.sms")).anyMatch(has("ios.safari-history"));
    assertThat(withheld)
        .filteredOn(has("\"kind\":\"file\""))
        .isNotEmpty()
        .allMatch(has("\"sha256\":\"\""));
    assertThat(Session.lines(temp.resolve("case/findings.jsonl"))).noneMatch(has("sms.db"));
  }

  @Test
  void aDamagedContentListIsToldEvenWhereItIsOutOfConsent() throws IOException {
    var phone = temp.resolve("cut-list");
    MadeUpPhone.writeTo(phone, Variant.NO_TRACES);
    Damage.CUT_AT_90_PERCENT.applyTo(phone.resolve("Manifest.db"));
    var run =
        Session.of(
            "examine",
            phone.toString(),
            "--packs",
            path("ocelote.stix2"),
            "--without",
            "files",
            "--lang",
            "en",
            "--out",
            temp.resolve("case").toString());
    assertThat(run.out()).contains("The list of files Manifest.db could not be read whole");
    assertThat(caseJson()).contains("\"complete\":false");
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void onlyWhatBacksAFindingIsWritten() throws IOException {
    examine("implant");
    assertThat(temp.resolve("case/timeline.jsonl")).doesNotExist();
    assertThat(Session.digests(temp.resolve("case")))
        .containsOnlyKeys("case.json", "findings.jsonl", "ledger.jsonl", "report.html", "run.json");
  }

  @Test
  void jsonIsTheOnlyThingOnTheOutput() throws IOException {
    var run = examine("implant", "--json", "--progress", "json");
    assertThat(run.out()).isEqualTo(caseJson());
    assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"files\":"));
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedDatabaseIsNeverNothingFound(Damage damage) throws IOException {
    for (String path : new String[] {"Library/SMS/sms.db", "Library/TCC/TCC.db"}) {
      var phone = temp.resolve(damage + path.replace('/', '-'));
      MadeUpPhone.writeTo(phone, Variant.NO_TRACES);
      damage.applyTo(phone, "HomeDomain", path);
      var out = temp.resolve("case" + damage + path.replace('/', '-'));
      var run =
          Session.of(
              "examine",
              phone.toString(),
              "--packs",
              path("ocelote.stix2"),
              "--out",
              out.toString());
      assertThat(Files.readString(out.resolve("case.json")))
          .as(damage + " of " + path + run.err())
          .contains("\"verdict\":\"not-conclusive\"");
      assertThat(run.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void aFolderThatIsInUseOrInTheEvidenceIsRefused() throws IOException {
    examine("implant");
    assertThat(examine("implant").exitCode()).isEqualTo(64);
    var inside = shared.resolve("implant/case").toString();
    assertThat(Session.of("examine", path("implant"), "--out", inside).exitCode()).isEqualTo(64);
    assertThat(shared.resolve("implant/case")).doesNotExist();
  }

  @Test
  void whatIsMissingOrMistypedHasItsExitCode() {
    assertThat(Session.of("examine", path("nothing")).exitCode()).isEqualTo(66);
    assertThat(examine("implant", "--packs", path("nothing")).exitCode()).isEqualTo(66);
    assertThat(examine("implant", "--without", "dreams").exitCode()).isEqualTo(64);
    assertThat(examine("implant", "--nonsense").exitCode()).isEqualTo(64);
    assertThat(
            Session.of("examine", path("password"), "--out", temp.resolve("x").toString())
                .exitCode())
        .isEqualTo(65);
  }

  @Test
  void spanishIsSpokenWhole() throws IOException {
    var run = examine("implant", "--lang", "es");
    assertThat(run.out()).startsWith("Rastros de software espía");
    var page = Files.readString(temp.resolve("case/report.html"));
    assertThat(page).contains("<html lang=\"es\">").contains("Qué hacer ahora");
  }

  private Session examine(String phone, String... options) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of(
                "examine",
                path(phone),
                "--packs",
                path("ocelote.stix2"),
                "--out",
                temp.resolve("case").toString()));
    arguments.addAll(java.util.List.of(options));
    return Session.of(arguments.toArray(new String[0]));
  }

  private String caseJson() throws IOException {
    return Files.readString(temp.resolve("case/case.json"));
  }

  private static String path(String name) {
    return shared.resolve(name).toString();
  }

  private static Predicate<String> has(String part) {
    return line -> line.contains(part);
  }
}
