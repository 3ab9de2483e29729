package org.testigo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "0:0:0:0:0:0:0:0, ::",
    "::1, ::1",
    "fe80::, fe80::",
  })
  void isWrittenInTheUsualForm(String text, String usual) {
    assertThat(IpAddress.parse(text).map(IpAddress::toString)).contains(usual);
  }

  @Test
  void ordersIpv4BeforeIpv6EachByNumber() {
    assertThat(
            Stream.of("2001:db8::", "192.0.2.10", "::2", "192.0.2.9", "ff00::")
                .flatMap(text -> IpAddress.parse(text).stream())
                .sorted()
                .map(IpAddress::toString))
        .containsExactly("192.0.2.9", "192.0.2.10", "::2", "2001:db8::", "ff00::");
  }
}
