package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.artifacts.Parsed;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.model.IdentityLookup;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class IdStatusCacheTest {
  private static final String FILE =
      "HomeDomain/Library/Preferences/com.apple.identityservices.idstatuscache.plist";

  private static Source source(String key) {
    return new Source("ios.id-status-cache", FILE, new Location.Key(key));
  }

  @Test
  void lookups() {
    var parsed = Parsed.by(new IdStatusCache(), IdStatusCacheFixture.threeLookups());
    assertThat(parsed.observations()).hasSize(3);
    assertThat(parsed.observations().getFirst())
        .isEqualTo(
            new Observation(
                new IdentityLookup(
                    "com.apple.madrid", "mailto:ana@example.org", OptionalLong.of(1)),
                List.of(
                    new Moment(
                        Moment.Meaning.LOOKED_UP,
                        Instant.parse("2020-01-06T10:40:00.500Z"),
                        "600000000.5")),
                source("com.apple.madrid/mailto:ana@example.org")));
    assertThat(parsed.objects())
        .endsWith(
            new IdentityLookup("com.apple.madrid", "mailto:x\0@example.org", OptionalLong.of(2)),
            new IdentityLookup("com.apple.ess", "tel:+525500000001", OptionalLong.empty()));
    assertThat(parsed.unreadables()).isEmpty();
  }

  @Test
  void oddFieldsAreReportedAndTheLookupIsGiven() {
    var odd = Map.of("LookupDate", Double.NaN);
    byte[] content = PlistBytes.binary(Map.of("s", Map.of("mailto:a@example.org", odd)));
    var parsed = Parsed.by(new IdStatusCache(), IdStatusCacheFixture.file("no-date", content));
    assertThat(parsed.objects())
        .containsExactly(new IdentityLookup("s", "mailto:a@example.org", OptionalLong.empty()));
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                source("s/mailto:a@example.org/LookupDate"),
                Unreadable.Reason.MALFORMED,
                "a date of NaN seconds since 2001, expected one in the years 0 to 9999"));
  }
}
