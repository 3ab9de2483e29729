package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.model.DataClass;
import org.testigo.model.Moment;

/// Settings that hold for every program: languages, keyboards, and whether Lockdown Mode is on
/// (`LDMGlobalEnabled`).
///
/// Each key of the property list becomes a setting of scope `GlobalPreferences`, lists and
/// dictionaries in one line. Dates are in UTC.
@AutoService(Artifact.class)
public final class GlobalPreferences implements Artifact {
  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.global-preferences",
          DataClass.SETTINGS,
          List.of(Place.inBackup("HomeDomain", "Library/Preferences/.GlobalPreferences.plist")),
          Presence.ALWAYS,
          "cfprefsd",
          true,
          "iOS 12 to 26",
          List.of("https://docs.mvt.re/en/latest/ios/records/#global_preferencesjson"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var list = PlistFile.dictionary(file, readings);
    new PlistSettings("GlobalPreferences", Moment.Meaning.RECORDED, readings).readAll(list);
  }
}
