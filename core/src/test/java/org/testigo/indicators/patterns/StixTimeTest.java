package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StixTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2020-02-29T23:59:59Z, 2020-02-29T23:59:59Z",
    "2020-02-29T23:59:59.5Z, 2020-02-29T23:59:59.500Z",
    "2020-02-29T23:59:59.123456789Z, 2020-02-29T23:59:59.123456789Z",
    "2020-02-29T23:59:59.1234567899Z, 2020-02-29T23:59:59.123456789Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "2016-12-31T23:59:60.25Z, 2017-01-01T00:00:00.25Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
  })
  void reads(String text, Instant expected) {
    assertThat(StixTime.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-29T00:00:00Z", "2020-01-01T24:00:00Z", "2020-01-01T00:00:61Z",
            "2020-01-01t00:00:00Z",
        "2020-01-01T00:00:00z", "2020-01-01T00:00:00", "2020-01-01T00:00Z", "2020-01-01T00:00:00.Z",
        "2020-01-01T00:00:00+00:00", ""
      })
  void refuses(String text) {
    assertThat(StixTime.parse(text)).isEmpty();
  }
}
