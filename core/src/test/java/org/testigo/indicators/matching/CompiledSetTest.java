package org.testigo.indicators.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.Corpus;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Match;
import org.testigo.indicators.Packs;
import org.testigo.indicators.Seen;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.Text;

class CompiledSetTest {
  private static final IndicatorSet SET =
      Seen.pack(
          "[domain-name:value = 'evil.test']",
          "[domain-name:value = 'mañana.test']",
          "[domain-name:value = 'xn--sp-wia.test']",
          "[ipv4-addr:value = '192.0.2.4']",
          "[ipv4-addr:value = '198.51.100.0/24']",
          "[ipv6-addr:value = '2001:db8::1']",
          "[url:value = 'http://short.test/AbC1']",
          "[url:value = 'https://shared.test/docs/bad%2Fpage/?id=7']",
          "[email-addr:value = 'Lure@mail.test']",
          "[process:name = 'roleaboutd']",
          "[process:name = 'com.apple.made.up.implant']",
          "[file:name = 'roleaccountd.plist']",
          "[file:path = '/private/var/tmp/hooker']",
          "[file:path = '/private/var/db/com.example.staging/PlugIns/fud.appex/']",
          "[app:id = 'com.spy']",
          "[configuration-profile:id = '76DAB334-7E17-475D-A5D6-0794EB5818A5']");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.test",
        "http://evil.test",
        "Mira: https://evil.test/login?id=1 ya",
        "https://www.cdn.evil.test:8443/a",
        "https://user:secret@evil.test/",
        "https://good.example@evil.test/a",
        "https://evil.test\\@good.example/",
        "https://evil.test#@good.example/",
        "HTTPS://EVIL.TEST/",
        "Evil.Test.",
        "(evil.test)",
        "[evil.test]",
        "¿evil.test?",
        "¡Entra a evil.test!",
        "«evil.test»",
        "“evil.test”…",
        "'evil.test',",
        "evil.test:8080",
        "see evil.test/path, then",
        "https://a.example/,https://evil.test/x",
        "👉evil.test👈",
        "👉https://evil.test👈",
        "https://ev%69l.test/",
        "https://ｅｖｉｌ.test/",
        "https://evil。test/",
        "https://ev\u200bil.test/",
        "\u202aevil.test\u202c",
        "<a href=\"https://evil.test/\">x</a>",
        "https://evil.test?x",
        "write to someone@evil.test"
      })
  void findsTheDomainInTexts(String text) {
    assertThat(Seen.hits(SET, Seen.message(text)))
        .singleElement()
        .asString()
        .startsWith("CONTENT ")
        .endsWith(" <- evil.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notevil.test",
        "evil.test.example.org",
        "evil.tests",
        "evil-test",
        "https://evil.test@good.example/",
        "evil.test@good.example",
        "xn--evil.test-x",
        "https://еvil.test/",
        "11.192.0.2.45",
        "192.0.2.45",
        "1192.0.2.4",
        "192.0.2.4.5",
        "198.51.101.1",
        "https://short.test/",
        "https://short.test/abc1",
        "https://short.test/AbC1/more",
        "https://shared.test/docs/",
        "https://shared.test/docs/bad%2Fpage?id=8",
        "other.lure@mail.test",
        "roleaboutd hooker com.spy",
        ""
      })
  void leavesLookAlikesAlone(String text) {
    assertThat(Seen.hits(SET, Seen.message(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.4",
        "https://192.0.2.4/a",
        "192.0.2.4:443",
        "https://3221225988/",
        "https://0xC0000204/",
        "https://0300.0.2.4/",
        "https://192.0.516/",
        "https://[::ffff:192.0.2.4]/"
      })
  void findsTheNumericAddress(String text) {
    assertThat(Seen.hits(SET, Seen.message(text)))
        .containsExactly("CONTENT " + text + " <- 192.0.2.4");
  }

  @Test
  void findsRangesAndAddressesOfVersion6() {
    assertThat(Seen.hits(SET, Seen.message("en 198.51.100.77.")))
        .containsExactly("CONTENT 198.51.100.77 <- 198.51.100.0/24");
    assertThat(Seen.hits(SET, Seen.visit("https://[2001:DB8:0::1]:8443/a")))
        .containsExactly("SUBJECT https://[2001:DB8:0::1]:8443/a <- 2001:db8::1");
    assertThat(Seen.hits(SET, Seen.message("a 2001:db8::1, b")))
        .containsExactly("CONTENT [2001:db8::1] <- 2001:db8::1");
  }

  @Test
  void knowsNamesInUnicodeAndInPunycode() {
    assertThat(Seen.hits(SET, Seen.message("https://xn--maana-pta.test/ y spä.test")))
        .containsExactly(
            "CONTENT https://xn--maana-pta.test/ <- mañana.test",
            "CONTENT spä.test <- xn--sp-wia.test");
  }

  @Test
  void comparesPagesWithoutSchemeFragmentAndLastSlash() {
    assertThat(Seen.hits(SET, Seen.message("https://SHORT.test:443/AbC1#x")))
        .containsExactly("CONTENT https://SHORT.test:443/AbC1#x <- http://short.test/AbC1");
    assertThat(Seen.hits(SET, Seen.message("short.test/AbC1?fbclid=1")))
        .containsExactly("CONTENT short.test/AbC1?fbclid=1 <- http://short.test/AbC1");
    assertThat(Seen.hits(SET, Seen.visit("http://shared.test/docs/bad%2fpage?id=7")))
        .containsExactly(
            "SUBJECT http://shared.test/docs/bad%2fpage?id=7"
                + " <- https://shared.test/docs/bad%2Fpage/?id=7");
  }

  @Test
  void tellsTheVisitedHostFromAMentionedOne() {
    assertThat(Seen.hits(SET, Seen.visit("https://evil.test/a")))
        .containsExactly("SUBJECT https://evil.test/a <- evil.test");
    assertThat(Seen.hits(SET, Seen.visit("https://search.example/?q=what+is+evil.test+about")))
        .containsExactly("MENTION evil.test <- evil.test");
    assertThat(Seen.hits(SET, Seen.visit("https://go.example/?u=https%3A%2F%2Fevil.test%2Fx")))
        .containsExactly("MENTION https://evil.test/x <- evil.test");
  }

  @Test
  void findsProcessesAlsoWhenTheirNamesWereCut() {
    assertThat(Seen.hits(SET, Seen.process("roleaboutd")))
        .containsExactly("SUBJECT roleaboutd <- roleaboutd");
    assertThat(Seen.hits(SET, Seen.process("roleabout"))).isEmpty();
    assertThat(Seen.hits(SET, Seen.process("roleaboutd2"))).isEmpty();
    var cut = Seen.matches(SET, Seen.process("com.apple.made.u"));
    assertThat(cut).hasSize(1);
    assertThat(cut.getFirst().indicators().getFirst().value())
        .isEqualTo("com.apple.made.up.implant");
    assertThat(cut.getFirst().indicators().getFirst().notes())
        .extracting("key")
        .containsExactly("cut-name");
    assertThat(Seen.hits(SET, Seen.process("com.spy:remote")))
        .containsExactly("SUBJECT com.spy:remote <- com.spy");
    assertThat(Seen.hits(SET, Seen.process("com.spyware"))).isEmpty();
  }

  @Test
  void findsFilesByNameByPathAndByTheirApp() {
    assertThat(Seen.hits(SET, Seen.file("HomeDomain", "Library/Preferences/roleaccountd.plist")))
        .containsExactly("SUBJECT Library/Preferences/roleaccountd.plist <- roleaccountd.plist");
    assertThat(Seen.hits(SET, Seen.file("", "/var/tmp/hooker")))
        .containsExactly("SUBJECT /var/tmp/hooker <- /private/var/tmp/hooker");
    assertThat(Seen.hits(SET, Seen.file("", "/private/var/tmp/hooker2"))).isEmpty();
    assertThat(
            Seen.hits(
                SET, Seen.file("DatabaseDomain", "com.example.staging/PlugIns/fud.appex/Info")))
        .containsExactly(
            "SUBJECT com.example.staging/PlugIns/fud.appex/Info"
                + " <- /private/var/db/com.example.staging/PlugIns/fud.appex/");
    assertThat(Seen.hits(SET, Seen.file("AppDomain-com.spy", "Documents/a")))
        .containsExactly("SUBJECT com.spy <- com.spy");
    assertThat(
            Seen.hits(
                SET,
                Seen.file("AppDomain-org.x", "Library/WebKit/LocalStorage/https_www.evil.test_0")))
        .containsExactly("CONTENT www.evil.test <- evil.test");
  }

  @Test
  void namesEveryPackOnce() {
    var set = Seen.pack("[domain-name:value = 'evil.test' OR domain-name:value = 'www.evil.test']");
    assertThat(set.size()).isEqualTo(2);
    assertThat(Seen.hits(set, Seen.message("https://www.evil.test/ https://www.evil.test/b")))
        .containsExactly("CONTENT https://www.evil.test/ <- evil.test+www.evil.test");
  }

  @Test
  void aListedEndingDoesNotMeanEverythingBelowIt() {
    var set = Seen.pack("[domain-name:value = 'test']", "[domain-name:value = 'host.test']");
    assertThat(Seen.hits(set, Seen.visit("https://www.other.test/"))).isEmpty();
    assertThat(Seen.hits(set, Seen.visit("https://www.host.test/")))
        .containsExactly("SUBJECT https://www.host.test/ <- host.test");
  }

  @Test
  void holdsPatternsAgainstOneAndSeveralObservations() {
    var set =
        Seen.pack(
            "[url:value LIKE 'https://%.example/stage%']",
            "[url:value = 'https://a.example/x'] AND [process:name = 'implant']",
            "[software:name = 'Made-up']");
    assertThat(set.size()).isEqualTo(3);
    assertThat(set.packs().getFirst().types())
        .extracting("type")
        .containsExactly("software:name", "url:pattern");
    assertThat(Seen.hits(set, Seen.visit("https://b.example/stage2")))
        .containsExactly(
            "SUBJECT https://b.example/stage2 <- [url:value LIKE 'https://%.example/stage%']");
    var matches = new ArrayList<Match>();
    var matching = set.begin();
    matching.match(Seen.visit("https://a.example/x"), matches::add);
    matching.match(Seen.process("implant"), matches::add);
    assertThat(matches).isEmpty();
    matching.finish(matches::add);
    assertThat(matches).hasSize(1);
    assertThat(matches.getFirst().others()).hasSize(1);
    assertThat(matches.getFirst().value()).isEqualTo("implant");
    assertThat(matching.troubles()).isEmpty();
  }

  @Test
  void evilExpressionsEnd() {
    var set = Packs.of("x.stix2", Corpus.bytes("hostile/generated/json/stix_redos.json"));
    assertThat(set.size()).isEqualTo(1);
    assertThat(set.packs().getFirst().refused())
        .extracting(refusal -> refusal.why().key())
        .containsOnly("pattern-malformed");
    assertThat(Seen.hits(set, Seen.visit("https://example.org/" + "a".repeat(5_000)))).isEmpty();
  }

  @Test
  void aPatternThatTakesTooLongIsTold() {
    var set = Seen.pack("[url:value MATCHES '^(([a-z])+.)+\\\\2[A-Z]$']");
    assertThat(set.packs().getFirst().refused()).isEmpty();
    var matching = set.begin();
    matching.match(Seen.visit("a".repeat(60)), _ -> {});
    matching.finish(_ -> {});
    assertThat(matching.troubles()).extracting(Text::key).containsExactly("trouble-steps");
  }

  @Test
  void expiredAndUnmarkedIndicatorsMatchWithANote() {
    var json =
        """
        {"objects": [{"type": "indicator", "id": "indicator--1", "valid_from": "2099-01-01T00:00:00Z",
         "valid_until": "2020-01-01T00:00:00Z", "pattern": "[domain-name:value = 'evil.test']"}]}
        """;
    var set = Packs.of("x.stix2", json.getBytes(StandardCharsets.UTF_8));
    assertThat(notes(set, Seen.visit("https://evil.test/"))).containsExactly("valid-until");
    var late = Instant.parse("2021-05-01T10:00:00Z");
    var visit =
        new Observation(
            Seen.visit("https://evil.test/").object(),
            List.of(new Moment(Moment.Meaning.VISITED, late, "1")),
            new Source("a.b", "f", Location.WHOLE));
    assertThat(notes(set, visit)).containsExactly("expired");
    var table = "value,type,to_ids\nevil.test,domain,0\n";
    var unmarked = Packs.of("a.csv", table.getBytes(StandardCharsets.UTF_8));
    assertThat(notes(unmarked, Seen.visit("https://evil.test/")))
        .containsExactly("not-for-detection");
  }

  private static List<String> notes(IndicatorSet set, Observation observation) {
    return Seen.matches(set, observation).getFirst().indicators().getFirst().notes().stream()
        .map(Text::key)
        .toList();
  }
}
