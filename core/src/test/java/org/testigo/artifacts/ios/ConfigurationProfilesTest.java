package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.artifacts.Parsed;
import org.testigo.evidence.EvidenceFile;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.model.ConfigurationProfile;
import org.testigo.model.EvidenceKind;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class ConfigurationProfilesTest {
  private static final String FOLDER = "Library/ConfigurationProfiles/";

  private static Source source(Location location) {
    return new Source(
        "ios.configuration-profiles",
        ConfigurationProfiles.DOMAIN + "/" + FOLDER + "profile-0ce107e0.stub",
        location);
  }

  private static ConfigurationProfile profile(String... payloadTypes) {
    return new ConfigurationProfile(
        "0CE107E0-1111-4000-8000-0000000000F1",
        Optional.of("example.seguridad"),
        Optional.of("Seguridad Móvil"),
        Optional.of("Servicios de Ejemplo"),
        List.of(payloadTypes));
  }

  @Test
  void profileWithItsPayloads() {
    var parsed = Parsed.by(new ConfigurationProfiles(), ConfigurationProfilesFixture.vpn());
    assertThat(parsed.readings())
        .containsExactly(
            new Observation(
                profile("com.apple.vpn.managed", "com.apple.security.root"),
                List.of(
                    new Moment(
                        Moment.Meaning.INSTALLED,
                        Instant.parse("2024-02-10T23:48:02Z"),
                        "729301682")),
                source(Location.WHOLE)));
  }

  @Test
  void profileFetchedOverTheAir() {
    var parsed = Parsed.by(new ConfigurationProfiles(), ConfigurationProfilesFixture.overTheAir());
    assertThat(parsed.readings())
        .containsExactly(
            new Observation(
                profile("Profile Service"),
                List.of(
                    new Moment(
                        Moment.Meaning.INSTALLED,
                        Instant.parse("2024-02-11T06:00:00Z"),
                        "2024-02-11T06:00:00Z")),
                source(Location.WHOLE)));
  }

  @Test
  void oddFieldsAreReportedAndTheProfileIsGiven() {
    var odd = Map.of("PayloadContent", List.of(1), "PayloadDisplayName", 2);
    var parsed =
        Parsed.by(
            new ConfigurationProfiles(),
            ConfigurationProfilesFixture.file("odd", PlistBytes.binary(odd)));
    assertThat(parsed.objects())
        .containsExactly(
            new ConfigurationProfile(
                "", Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    assertThat(parsed.unreadables())
        .containsExactlyInAnyOrder(
            malformed("PayloadUUID", "not there, expected the id of the profile"),
            malformed(
                "PayloadDisplayName",
                "key PayloadDisplayName holds a whole number, expected a text"),
            malformed("PayloadContent/0", "a whole number, expected a dictionary"));
  }

  private static Unreadable malformed(String key, String detail) {
    return new Unreadable(source(new Location.Key(key)), Unreadable.Reason.MALFORMED, detail);
  }

  @Test
  void claimsProfilesOnly() {
    var places = new ConfigurationProfiles().spec().places();
    assertThat(List.of("profile-a.stub", "phone/profile-b.stub", "PayloadManifest.plist"))
        .filteredOn(name -> {
          var file = new EvidenceFile("x", ConfigurationProfiles.DOMAIN, FOLDER + name, 1, true);
          return places.stream().anyMatch(p -> p.holds(EvidenceKind.IOS_BACKUP, file));
        })
        .containsExactly("profile-a.stub", "phone/profile-b.stub");
  }
}
