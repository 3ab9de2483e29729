package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.PlistValue;
import org.testigo.model.DataClass;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Unreadable;

/// Whether the backup was finished, whether it is a full one, and when it was made.
///
/// Lies at the root of the backup as `Status.plist`, never encrypted. Each entry becomes a setting
/// of scope `Status`; dates are in UTC. A `SnapshotState` other than `finished` is reported as
/// unreadable: files are missing from such a backup, so it must not pass for a whole one.
@AutoService(Artifact.class)
public final class BackupStatus implements Artifact {
  private static final String STATE = "SnapshotState";
  private static final String FINISHED = "finished";

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.backup-status",
          DataClass.DEVICE,
          List.of(Place.atRootOfBackup("Status.plist")),
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
    new PlistSettings("Status", Moment.Meaning.BACKED_UP, readings).readAll(list);
    checkFinished(list, readings);
  }

  private static void checkFinished(PlistValue.Dictionary list, Readings readings) {
    String state = list.text(STATE).orElse("nothing");
    if (state.equals(FINISHED)) return;
    readings.unreadable(
        new Location.Key(STATE),
        Unreadable.Reason.MISSING,
        "the state of the backup is %s, expected %s: files are missing".formatted(state, FINISHED));
  }
}
