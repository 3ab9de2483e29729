package org.testigo.exposure.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.model.IpAddress;

class AddressScopeTest {
  @ParameterizedTest
  @CsvSource({
    "10.255.255.255,NEAR",
    "172.31.0.1,NEAR",
    "172.32.0.1,FAR",
    "192.168.0.1,NEAR",
    "192.169.0.1,FAR",
    "100.64.0.1,NEAR",
    "100.128.0.1,FAR",
    "224.0.0.251,GROUP",
    "255.255.255.255,GROUP",
    "192.0.2.1,FAR",
    "fe80::1,NEAR",
    "fd00::1,NEAR",
    "::1,NEAR",
    "ff02::fb,GROUP",
    "2001:db8::1,FAR"
  })
  void tellsHowFarAnAddressLies(String address, AddressScope expected) {
    assertThat(AddressScope.of(IpAddress.parse(address).orElseThrow())).isEqualTo(expected);
  }
}
