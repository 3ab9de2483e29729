package org.testigo.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.indicators.names.HostName;

class PublicSuffixListTest {

  @ParameterizedTest
  @CsvSource({
    "example.org,example.org",
    "WWW.Example.ORG.,example.org",
    "a.b.example.co.uk,example.co.uk",
    "gob.mx,",
    "www.sat.gob.mx,sat.gob.mx",
    "evil.github.io,evil.github.io",
    "github.io,",
    "x.appspot.com,x.appspot.com",
    "a.b.ck,a.b.ck",
    "b.ck,",
    "www.ck,www.ck",
    "a.www.ck,www.ck",
    "mañana.com.mx,xn--maana-pta.com.mx",
    "unlisted.example,unlisted.example",
    "192.0.2.1,",
    "[2001:db8::1],",
    ".example.org,",
    "localhost,",
    "a..org,"
  })
  void givesWhatSomebodyRegistered(String host, String expected) {
    assertThat(PublicSuffixList.registrableDomain(host).orElse(null)).isEqualTo(expected);
  }

  @Test
  void knowsSuffixes() {
    assertThat(PublicSuffixList.isPublicSuffix("co.uk")).isTrue();
    assertThat(PublicSuffixList.isPublicSuffix("duckdns.org")).isTrue();
    assertThat(PublicSuffixList.isPublicSuffix("example.org")).isFalse();
    assertThat(PublicSuffixList.isPublicSuffix("")).isFalse();
  }

  /// The published vectors: pairs of a name and its registrable domain, or `null`.
  @Test
  void passesThePublishedVectors() throws IOException {
    int ran = 0;
    for (String line : Files.readAllLines(Corpus.path("standards/psl/tests/tests.txt"))) {
      if (line.isBlank() || line.startsWith("//")) continue;
      String[] pair = line.split(" ", -1);
      if (pair[0].equals("null")) continue;
      assertThat(PublicSuffixList.registrableDomain(pair[0]).orElse("null"))
          .as(line)
          .isEqualTo(HostName.normalise(pair[1]));
      ran++;
    }
    assertThat(ran).isEqualTo(77);
  }
}
