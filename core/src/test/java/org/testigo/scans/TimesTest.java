package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.model.MalformedException;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "2018-04-06T19:37:52Z, 2018-04-06T19:37:52Z",
    "2023-07-15T08:18:18.281489, 2023-07-15T08:18:18Z",
    "2023-07-14T14:29:31.401555872Z, 2023-07-14T14:29:31Z",
    "2020-06-08T05:11:03+00:00, 2020-06-08T05:11:03Z",
    "2014-01-05T03:45:11.000-0500, 2014-01-05T08:45:11Z",
    "2012-06-10 12:30:45, 2012-06-10T12:30:45Z",
    "2012-06-10T12:30, 2012-06-10T12:30:00Z",
  })
  void iso(String written, String expected) {
    assertThat(Times.iso(written)).isEqualTo(Expected.second(expected));
  }

  @Test
  void aDay() {
    assertThat(Times.iso(" 2013-10-29 ")).isEqualTo(Expected.day("2013-10-29"));
  }

  @Test
  void epochs() {
    assertThat(Times.epochSeconds(1_359_698_404))
        .isEqualTo(Expected.second("2013-02-01T06:00:04Z"));
    assertThat(Times.epochMillis(1_359_698_404_999L))
        .isEqualTo(Expected.second("2013-02-01T06:00:04Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "now", "2013-13-01", "2013-02-30T00:00:00Z", "1359698404", "2013-02-01T"})
  void refused(String written) {
    assertThatThrownBy(() -> Times.iso(written))
        .isInstanceOf(MalformedException.class)
        .hasMessage("'%s', expected a time in the form of ISO 8601".formatted(written));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 253_402_300_800L, Long.MAX_VALUE})
  void epochsOutOfRange(long seconds) {
    assertThatThrownBy(() -> Times.epochSeconds(seconds)).isInstanceOf(MalformedException.class);
  }
}
