package org.testigo.indicators.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameScannerTest {

  private static List<String> found(String text) {
    var found = new ArrayList<String>();
    new NameScanner(found::add, mail -> found.add("<" + mail + ">")).scan(text);
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "nothing here at all => ''",
        "ver https://a.example/b?c=d#e. => https://a.example/b?c=d#e",
        "(see https://a.example/b_(c)) => https://a.example/b_(c)",
        "a.example/b, c.example:81; d.example? => a.example/b|c.example:81|d.example",
        "write to ana.b+c@d.example! => <ana.b+c@d.example>",
        "http://a.example,https://b.example;http://c.example => http://a.example|https://b.example|http://c.example",
        "https://a.example/?u=https://b.example => https://a.example/?u=https://b.example",
        "at 12:30:45 or 10:20 => ''",
        "[2001:db8::1]:80 and 2001:db8::2. => [2001:db8::1]|[2001:db8::2]",
        "192.0.2.1:8080/x => 192.0.2.1:8080/x",
        "Hola.Nos vemos... => Hola.Nos",
        "«a.example» “b.example” ¿c.example? => a.example|b.example|c.example",
        "a。example ａ．example => a。example|ａ．example",
        ".hidden -x. _y => ''",
        "file.txt/ => file.txt/"
      })
  void findsAddressesAsTheyStand(String text, String expected) {
    assertThat(String.join("|", found(text))).isEqualTo(expected);
  }

  /// The cost grows with the text and not faster, whatever it repeats.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b ",
        "a:",
        "a:a:",
        "://",
        "a://",
        "@",
        "a@",
        "a.@",
        ")",
        "(",
        ".)",
        "1.",
        ":",
        "::1 ",
        "a.b/",
        "http://a,",
        "%",
        "+",
        "é.",
        "👉",
        "[",
        "a.b:1",
        "www.",
        "\u200b."
      })
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void longTextsEndInTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    var found = found(text);
    for (String each : found) WebAddress.parse(each).ifPresent(WebAddress::page);
    assertThat(found.size()).isLessThanOrEqualTo(1_000_000);
  }

  @Test
  void hostsThatAreNoHostsGiveNothing() {
    assertThat(WebAddress.parse("https://" + "a.".repeat(500_000))).isEmpty();
    assertThat(WebAddress.parse("https:///path")).isEmpty();
    assertThat(WebAddress.parse("https://[2001:db8::1")).isEmpty();
    assertThat(WebAddress.parse("")).isEmpty();
  }
}
