package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.77/24, 192.0.2.1, true",
    "192.0.2.0/24, 192.0.2.128/25, true",
    "192.0.2.128/25, 192.0.2.0/24, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:0db8:dead:beef:0000:0000:0000:0001, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::/0, 2001:db8::1, true",
    "::ffff:192.0.2.0/120, 192.0.2.9, true",
    "192.0.2.1/32, 192.0.2.1, true"
  })
  void holds(String network, String inner, boolean expected) {
    assertThat(IpRange.parse(network).orElseThrow().holds(IpRange.parse(inner).orElseThrow()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.0/",
        "192.0.2/24",
        "2001:db8::/129",
        "example.org",
        "192.0.2.0/24/1",
        "::ffff:192.0.2.0/95",
        "192.0.2.0/9999999999"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThat(IpRange.parse(text)).isEmpty();
  }
}
