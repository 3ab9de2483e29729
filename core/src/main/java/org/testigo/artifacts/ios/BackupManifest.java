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
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Software;
import org.testigo.model.Unreadable;

/// How the backup was made, as the device says: whether it is encrypted, whether a passcode was
/// set, when, of which device, with which apps.
///
/// Lies at the root of the backup as `Manifest.plist`, never encrypted. Entries become settings of
/// scope `Manifest`, those of the dictionary `Lockdown` with `Lockdown/` before the name; each key
/// of `Applications` becomes an app, with `CFBundleVersion` where it is there. Keys of encryption
/// (`BackupKeyBag`, `ManifestKey`) are data and not given out. Dates are in UTC.
@AutoService(Artifact.class)
public final class BackupManifest implements Artifact {
  private static final String APPLICATIONS = "Applications";
  private static final String LOCKDOWN = "Lockdown";

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.backup-manifest",
          DataClass.DEVICE,
          List.of(Place.atRootOfBackup("Manifest.plist")),
          Presence.ALWAYS,
          "BackupAgent2",
          true,
          "iOS 5 to 26",
          List.of("https://theapplewiki.com/wiki/ITunes_Backup"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var list = PlistFile.dictionary(file, readings);
    var settings = new PlistSettings("Manifest", Moment.Meaning.BACKED_UP, readings);
    settings.readFacts(list, "");
    list.dictionary(LOCKDOWN).ifPresent(lockdown -> settings.readFacts(lockdown, LOCKDOWN + "/"));
    list.dictionary(APPLICATIONS).ifPresent(apps -> readApplications(apps, readings));
  }

  private static void readApplications(PlistValue.Dictionary apps, Readings readings) {
    for (Entry entry : apps.entries()) {
      var location = new Location.Key(APPLICATIONS + "/" + entry.key());
      try {
        readings.observed(application(entry), location, List.of());
      } catch (MalformedException e) {
        readings.unreadable(location, Unreadable.Reason.MALFORMED, e.detail());
      }
    }
  }

  private static Software application(Entry entry) {
    if (!(entry.value() instanceof PlistValue.Dictionary details)) {
      throw new MalformedException(
          -1, "the app is %s, expected a dictionary".formatted(entry.value().kind()));
    }
    return new Software(
        entry.key(),
        Optional.empty(),
        details.text("CFBundleVersion"),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
