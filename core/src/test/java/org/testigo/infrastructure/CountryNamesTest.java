package org.testigo.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNamesTest {

  @ParameterizedTest
  @CsvSource({
    "MX,MX",
    "mx,MX",
    "Mexico,MX",
    "México,MX",
    "UAE,AE",
    "Macdeonia,MK",
    "Korea,KR",
    "Vietnam,VN",
    "' South Africa ',ZA",
    "Arabia Saudita,SA"
  })
  void aNameOrCode(String words, String code) {
    assertThat(CountryNames.code(words)).hasValue(code);
  }

  @ParameterizedTest
  @CsvSource({"Gamma International", "''", "XX", "Mexico City"})
  void whatIsNoCountry(String words) {
    assertThat(CountryNames.code(words)).isEmpty();
  }
}
