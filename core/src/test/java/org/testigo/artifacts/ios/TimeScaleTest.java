package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;

final class TimeScaleTest {
  private static Moment moment(TimeScale scale, long value) {
    return scale.moment(value, Meaning.SENT).orElseThrow();
  }

  @Test
  void tellsSecondsFromNanoseconds() {
    var scale = TimeScale.COCOA_SECONDS_OR_NANOSECONDS;
    assertThat(moment(scale, 588_813_210))
        .isEqualTo(new Moment(Meaning.SENT, Instant.parse("2019-08-29T23:13:30Z"), "588813210"));
    assertThat(moment(scale, 588_813_210_539_788_032L))
        .isEqualTo(
            new Moment(
                Meaning.SENT,
                Instant.parse("2019-08-29T23:13:30.539788032Z"),
                "588813210539788032"));
    assertThat(moment(scale, -1_500_000_000_000L).at())
        .isEqualTo(Instant.parse("2000-12-31T23:35:00Z"));
  }

  @Test
  void takesZeroForNever() {
    assertThat(TimeScale.UNIX_SECONDS.moment(0, Meaning.SENT)).isEmpty();
    assertThat(TimeScale.UNIX_SECONDS.moment(1, Meaning.SENT).orElseThrow().at())
        .isEqualTo(Instant.parse("1970-01-01T00:00:01Z"));
  }

  @Test
  void refusesTimesBeyondTheCalendar() {
    assertThatThrownBy(() -> TimeScale.UNIX_SECONDS.moment(Long.MAX_VALUE, Meaning.SENT))
        .isInstanceOf(MalformedException.class)
        .hasMessage(
            "the INTEGER '9223372036854775807' is no time, expected seconds since 1970-01-01");
    assertThatThrownBy(() -> TimeScale.COCOA_SECONDS.moment(Long.MIN_VALUE, Meaning.SENT))
        .isInstanceOf(MalformedException.class);
    assertThat(moment(TimeScale.COCOA_SECONDS_OR_NANOSECONDS, Long.MIN_VALUE).at())
        .isEqualTo(Instant.parse("1708-09-22T00:12:43.145224192Z"));
  }
}
