package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.plist.PlistValue.Entry;
import org.testigo.model.DataClass;
import org.testigo.model.Moment;
import org.testigo.model.ProfileEvent;

/// When configuration profiles were installed, changed or removed, and by which program.
///
/// The property list holds `ProfileEvents`, a list of dictionaries: the id of the profile, and
/// below it `timestamp` (a date in UTC), `Operation` and `Process`, in capitals or not.
@AutoService(Artifact.class)
public final class ProfileEvents implements Artifact {
  private static final String EVENTS = "ProfileEvents";

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.profile-events",
          DataClass.SETTINGS,
          List.of(
              Place.inBackup(
                  ConfigurationProfiles.DOMAIN,
                  "Library/ConfigurationProfiles/MCProfileEvents.plist")),
          Presence.OPTIONAL,
          "profiled",
          true,
          "iOS 12 to 26",
          List.of("https://docs.mvt.re/en/latest/ios/records/#profile_eventsjson"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var top = new PlistFields(PlistFile.dictionary(file, readings), "", readings);
    var events = top.array(EVENTS);
    if (events.isEmpty()) {
      readings.layout("without " + EVENTS);
      return;
    }
    for (int i = 0; i < events.get().values().size(); i++) readEvent(top, events.get(), i);
  }

  private static void readEvent(PlistFields top, PlistValue.Array events, int index) {
    String key = EVENTS + "/" + index;
    var event = top.converted(key, () -> events.values().get(index));
    if (event.isEmpty()) return;
    if (event.get() instanceof PlistValue.Dictionary profiles) {
      var fields = new PlistFields(profiles, key + "/", top.readings());
      profiles.entries().forEach(profile -> readProfile(fields, profile));
    } else {
      top.malformed(key, event.get().kind() + ", expected a dictionary");
    }
  }

  private static void readProfile(PlistFields event, Entry profile) {
    var fields = event.below(profile);
    if (fields.isEmpty()) return;
    var details = fields.get();
    details
        .readings()
        .observed(
            new ProfileEvent(profile.key(), text(details, "Operation"), text(details, "Process")),
            details.location(),
            moments(details));
  }

  private static String text(PlistFields details, String name) {
    return key(details, name).flatMap(details::text).orElse("");
  }

  private static List<Moment> moments(PlistFields details) {
    return key(details, "timestamp")
        .flatMap(details::date)
        .map(date -> List.of(new Moment(Moment.Meaning.RECORDED, date.at(), date.raw())))
        .orElse(List.of());
  }

  /// The key as it is written here.
  private static Optional<String> key(PlistFields details, String name) {
    return details.dictionary().entries().stream()
        .map(Entry::key)
        .filter(name::equalsIgnoreCase)
        .findFirst();
  }
}
