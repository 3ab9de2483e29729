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

/// What a backup says of the device: model, version, build, IMEI, serial number, phone number, the
/// names of the installed apps, when it was backed up.
///
/// Lies at the root of the backup as `Info.plist`, never encrypted, written by the computer that
/// made the backup. Each entry that is no dictionary and no data becomes a setting of scope `Info`;
/// the dictionary `Applications` is read by [Applications], the files of iTunes are not read. Dates
/// are in UTC.
///
/// Damaged entries are reported, the others are read.
@AutoService(Artifact.class)
public final class BackupInfo implements Artifact {
  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.backup-info",
          DataClass.DEVICE,
          List.of(Place.atRootOfBackup("Info.plist")),
          Presence.ALWAYS,
          "AppleMobileBackup",
          false,
          "iOS 4 to 26",
          List.of("https://theapplewiki.com/wiki/ITunes_Backup"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var list = PlistFile.dictionary(file, readings);
    new PlistSettings("Info", Moment.Meaning.BACKED_UP, readings).readFacts(list, "");
  }
}
