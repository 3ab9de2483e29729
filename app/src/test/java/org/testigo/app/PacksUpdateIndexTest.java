package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.Corpus;

class PacksUpdateIndexTest {
  private static final PacksUpdateIndex INDEX =
      new PacksUpdateIndex(URI.create("https://raw.example.org"));

  @Test
  void thePublishedIndexIsReadWhole() throws PacksUpdateException {
    var entries = INDEX.read(Corpus.bytes("indicators/mvt-indicators/indicators.yaml"));
    assertThat(entries).hasSize(15).allMatch(PacksUpdateEntry.Pack.class::isInstance);
    assertThat(entries.stream().map(e -> ((PacksUpdateEntry.Pack) e).fileName()).distinct())
        .hasSize(15);
    var first = (PacksUpdateEntry.Pack) entries.getFirst();
    assertThat(first.title()).isEqualTo("NSO Group Pegasus Indicators of Compromise");
    assertThat(first.address())
        .hasToString(
            "https://raw.example.org/AmnestyTech/investigations/master/2021-07-18_nso/pegasus.stix2");
    var last = (PacksUpdateEntry.Pack) entries.getLast();
    assertThat(last.address())
        .hasToString(
            "https://raw.example.org/mvt-project/mvt-indicators/main/2026-03-03_coruna_cryptowaters/coruna.stix2");
  }

  @Test
  void bothTypesAreUnderstood() throws PacksUpdateException {
    var entries =
        read(
            """
            indicators:
              - {type: github, name: G, github: {owner: o, repo: r.s, branch: a/b, path: ñ %.csv}}
              - {type: download, name: D, download_url: 'https://example.org/p.json?v=1'}
            """);
    assertThat(entries)
        .containsExactly(
            new PacksUpdateEntry.Pack(
                "G",
                PacksUpdateName.of("ñ %.csv", "o/r.s/a/b/%C3%B1%20%25.csv"),
                URI.create("https://raw.example.org/o/r.s/a/b/%C3%B1%20%25.csv")),
            new PacksUpdateEntry.Pack(
                "D",
                PacksUpdateName.of("/p.json", "https://example.org/p.json?v=1"),
                URI.create("https://example.org/p.json?v=1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owner: .., repo: r, path: p",
        "owner: o/p, repo: r, path: p",
        "owner: 'o@evil.example', repo: r, path: p",
        "owner: o, repo: '', path: p",
        "owner: o, path: p",
        "owner: o, repo: r",
        "owner: o, repo: r, path: ''",
        "owner: o, repo: r, path: /etc/hosts",
        "owner: o, repo: r, path: a/../../b",
        "owner: o, repo: r, path: a//b",
        "owner: o, repo: r, path: 'a\\..\\b'",
        "owner: o, repo: r, path: [p]",
        "owner: o, repo: r, branch: .., path: p"
      })
  void aFieldThatNamesNoFileMakesItsEntryUnusable(String fields) throws PacksUpdateException {
    var entries = read("indicators: [{type: github, name: G, github: {%s}}]".formatted(fields));
    assertThat(entries).singleElement().isInstanceOf(PacksUpdateEntry.Unusable.class);
  }

  @Test
  void depthIsBounded() {
    refused("index-deep", "indicators: " + "[".repeat(100_000));
  }

  @Test
  void aliasesAreBounded() {
    var bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(9) + "x"));
    }
    refused("index-broken", bomb.append("indicators: [*a11]").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "---",
        "!!null x",
        "!!int 5",
        "!!binary aGk=",
        "!!set {a}",
        "- a"
      })
  void whatHoldsNoListOfIndicatorsIsRefused(String yaml) {
    assertThatThrownBy(() -> read(yaml)).isInstanceOf(PacksUpdateException.class);
  }

  @Test
  void whatIsNoYamlIsRefused() {
    refused("index-broken", "indicators:\n  - {type: github,");
    refused("index-broken", "indicators: [a]\nindicators: [b]");
    refused("index-broken", "indicators: !!javax.script.ScriptEngineManager [a]");
    refused("index-broken", "a: 1\n---\nindicators: [a]");
    assertThatThrownBy(() -> INDEX.read(new byte[] {'a', (byte) 0xff}))
        .isInstanceOf(PacksUpdateException.class)
        .hasMessage("index-broken");
  }

  @Test
  void entriesAreBounded() throws PacksUpdateException {
    assertThat(read("indicators:\n" + "- a\n".repeat(1_000))).hasSize(1_000);
    refused("index-entries", "indicators:\n" + "- a\n".repeat(1_001));
  }

  private static void refused(String key, String yaml) {
    assertThatThrownBy(() -> read(yaml)).isInstanceOf(PacksUpdateException.class).hasMessage(key);
  }

  private static List<PacksUpdateEntry> read(String yaml) throws PacksUpdateException {
    return INDEX.read(yaml.getBytes(UTF_8));
  }
}
