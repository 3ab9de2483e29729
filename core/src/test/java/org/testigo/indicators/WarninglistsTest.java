package org.testigo.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.model.Text;

class WarninglistsTest {

  @ParameterizedTest
  @CsvSource({
    "domain-name:value,google.com,most-visited+large-provider",
    "domain-name:value,WWW.Google.com.,large-provider",
    "domain-name:value,bit.ly,most-visited+shortener+shared-name",
    "domain-name:value,appspot.com,most-visited+public-suffix",
    "domain-name:value,x.appspot.com,",
    "domain-name:value,duckdns.org,most-visited+public-suffix",
    "domain-name:value,a.duckdns.org,",
    "domain-name:value,com,public-suffix",
    "domain-name:value,free247downloads.com,",
    "domain-name:value,8.8.8.8,public-resolver",
    "ipv4-addr:value,192.168.1.1,special-address",
    "ipv4-addr:value,192.0.2.1,",
    "ipv4-addr:value,17.1.2.3,large-provider-address",
    "ipv4-addr:value,104.16.0.1,shared-address",
    "url:value,https://bit.ly/,most-visited+shortener+shared-name",
    "url:value,https://bit.ly/abc,",
    "file:hashes.sha256,E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855,harmless-file",
    "file:hashes.md5,d41d8cd98f00b204e9800998ecf8427e,harmless-file",
    "process:name,google.com,"
  })
  void qualifiesExactValues(String type, String value, String expected) {
    var keys = Warninglists.bundled().notes(type, value).stream().map(Text::key).toList();
    assertThat(String.join("+", keys)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void namesTheList() {
    assertThat(Warninglists.bundled().notes("domain-name:value", "google.com").getFirst())
        .isEqualTo(
            new Text(Warninglists.class.getName(), "most-visited", List.of("cloudflare-top1k")));
  }

  @Test
  void aListedIndicatorStillMatchesAndIsQualified() {
    var set = Seen.pack("[domain-name:value = 'google.com']");
    var matches = Seen.matches(set, Seen.visit("https://www.google.com/"));
    assertThat(matches).hasSize(1);
    assertThat(matches.getFirst().indicators().getFirst().notes())
        .extracting(Text::key)
        .containsExactly("most-visited", "large-provider");
  }
}
