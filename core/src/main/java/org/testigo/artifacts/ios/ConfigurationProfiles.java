package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.PlistValue;
import org.testigo.model.ConfigurationProfile;
import org.testigo.model.DataClass;
import org.testigo.model.Moment;

/// The configuration profiles that are installed: settings, certificates, VPN or management by
/// somebody else.
///
/// One file each, `profile-….stub`, in the folder of the profiles. The property list is the
/// profile: `PayloadUUID`, `PayloadIdentifier`, `PayloadDisplayName`, `PayloadOrganization`,
/// `InstallDate` (UTC), and in `PayloadContent` a list of what it sets, each with a `PayloadType`.
/// Of a profile that was fetched over the air, the fields that are not at the top lie in
/// `OTAProfileStub`.
@AutoService(Artifact.class)
public final class ConfigurationProfiles implements Artifact {
  static final String DOMAIN =
      "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.configuration-profiles",
          DataClass.SETTINGS,
          List.of(
              Place.inBackup(DOMAIN, "Library/ConfigurationProfiles/profile-*"),
              Place.inBackup(DOMAIN, "Library/ConfigurationProfiles/*/profile-*"),
              Place.inBackup("HomeDomain", "Library/UserConfigurationProfiles/profile-*")),
          Presence.OPTIONAL,
          "profiled",
          true,
          "iOS 12 to 26",
          List.of(
              "https://docs.mvt.re/en/latest/ios/records/#configuration_profilesjson",
              "https://developer.apple.com/documentation/devicemanagement/toplevel"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var top = new PlistFields(PlistFile.dictionary(file, readings), "", readings);
    var places = new ArrayList<>(List.of(top));
    top.below("OTAProfileStub").ifPresent(places::add);
    var profile = new Profile(places);
    String id = profile.text("PayloadUUID").orElse("");
    if (id.isEmpty()) top.malformed("PayloadUUID", "not there, expected the id of the profile");
    readings.observed(profile.withId(id), top.location(), profile.installed());
  }

  /// A profile, whose fields lie in the first of the places that has them.
  private record Profile(List<PlistFields> places) {

    ConfigurationProfile withId(String id) {
      return new ConfigurationProfile(
          id,
          text("PayloadIdentifier"),
          text("PayloadDisplayName"),
          text("PayloadOrganization"),
          payloadTypes());
    }

    Optional<String> text(String key) {
      return places.stream().flatMap(place -> place.text(key).stream()).findFirst();
    }

    List<Moment> installed() {
      return places.stream()
          .flatMap(place -> place.date("InstallDate").stream())
          .map(date -> new Moment(Moment.Meaning.INSTALLED, date.at(), date.raw()))
          .limit(1)
          .toList();
    }

    private List<String> payloadTypes() {
      var types = new ArrayList<String>();
      for (PlistFields place : places) {
        place.value("PayloadContent").ifPresent(content -> addTypes(place, content, types));
      }
      return types;
    }

    /// The content of a profile is a list; that of one which enrols the device is one dictionary.
    private static void addTypes(PlistFields place, PlistValue content, List<String> types) {
      switch (content) {
        case PlistValue.Array array -> {
          for (int i = 0; i < array.values().size(); i++) addType(place, array, i, types);
        }
        case PlistValue.Dictionary one ->
            new PlistFields(one, place.path() + "PayloadContent/", place.readings())
                .text("PayloadType")
                .ifPresent(types::add);
        case PlistValue other ->
            place.malformed("PayloadContent", other.kind() + ", expected a list");
      }
    }

    private static void addType(
        PlistFields place, PlistValue.Array array, int index, List<String> types) {
      String key = "PayloadContent/" + index;
      var payload = place.converted(key, () -> array.values().get(index));
      if (payload.isEmpty()) return;
      if (payload.get() instanceof PlistValue.Dictionary fields) {
        new PlistFields(fields, place.path() + key + "/", place.readings())
            .text("PayloadType")
            .ifPresent(types::add);
      } else {
        place.malformed(key, payload.get().kind() + ", expected a dictionary");
      }
    }
  }
}
