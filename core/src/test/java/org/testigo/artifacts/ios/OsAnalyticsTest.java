package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.artifacts.Parsed;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observation;
import org.testigo.model.ProcessObject;
import org.testigo.model.ProcessObject.DataVolume;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class OsAnalyticsTest {
  private static final String FILE =
      "HomeDomain/Library/Preferences/com.apple.osanalytics.addaily.plist";

  private static Source source(String process) {
    return new Source(
        "ios.osanalytics-addaily", FILE, new Location.Key("netUsageBaseline/" + process));
  }

  private static ProcessObject process(String name, Optional<DataVolume> usage) {
    return new ProcessObject(Optional.of(name), Optional.empty(), OptionalLong.empty(), usage);
  }

  private static Optional<DataVolume> volume(long wifiIn, long wifiOut, long in, long out) {
    return Optional.of(
        new DataVolume(
            OptionalLong.of(wifiIn),
            OptionalLong.of(wifiOut),
            OptionalLong.of(in),
            OptionalLong.of(out)));
  }

  @Test
  void processesWithTheirUsage() {
    var parsed = Parsed.by(new OsAnalytics(), OsAnalyticsFixture.twoProcesses());
    var recorded =
        new Moment(Moment.Meaning.RECORDED, Instant.parse("2024-04-29T05:00:01Z"), "736059601");
    assertThat(parsed.observations())
        .containsExactly(
            new Observation(
                process("mediaserverd", volume(1_000, 2_000, 30, 40)),
                List.of(recorded),
                source("mediaserverd")),
            new Observation(
                process("roleaccountd", volume(5, 6, 7, 8)),
                List.of(recorded),
                source("roleaccountd")));
    assertThat(parsed.unreadables()).isEmpty();
  }

  @Test
  void processWithOddFieldsIsStillNamed() {
    var baseline = new LinkedHashMap<String, Object>();
    baseline.put("short", List.of(1));
    baseline.put("text", OsAnalyticsFixture.usage("much", 1, 1, 1));
    var parsed = Parsed.by(new OsAnalytics(), OsAnalyticsFixture.of("odd", baseline));
    assertThat(parsed.objects())
        .containsExactly(process("short", Optional.empty()), process("text", Optional.empty()));
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(source("short"), Unreadable.Reason.MALFORMED, "a list of 1, expected 5"),
            new Unreadable(
                source("text"), Unreadable.Reason.MALFORMED, "a text, expected a number of bytes"));
  }

  @Test
  void fileWithoutBaselineIsNamed() {
    byte[] content = PlistBytes.binary(Map.of("other", 1));
    var parsed = Parsed.by(new OsAnalytics(), OsAnalyticsFixture.file("no-baseline", content));
    assertThat(parsed.readings()).isEmpty();
    assertThat(parsed.layouts())
        .containsExactly("binary property list", "without netUsageBaseline");
  }
}
