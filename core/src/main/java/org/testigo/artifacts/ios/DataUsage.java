package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.model.DataClass;

/// Which programs used the network and how much: the Core Data tables `ZPROCESS` and `ZLIVEUSAGE`
/// of `DataUsage.sqlite`, joined both ways, as [org.testigo.model.ProcessObject]s.
///
/// In this order:
///
/// - for each process, one observation for each of its usage rows (`ZHASPROCESS` is the process's
///   key), or one without usage where it has none; and between two processes whose keys do not
///   follow each other, one without name and usage for the run of keys that is missing, since the
///   phone numbers them without holes;
/// - each usage row whose process is gone, without a name.
///
/// Where a part of `ZPROCESS` cannot be read, nothing is said to be gone or missing.
///
/// Times count seconds since 2001 in UTC: when the process was first and last used, and when the
/// usage was recorded. Volumes are bytes; recent iOS keeps only those of the mobile network.
@AutoService(Artifact.class)
public final class DataUsage implements Artifact {
  static final String PROCESSES = "ZPROCESS";
  static final String USAGES = "ZLIVEUSAGE";

  @Override
  public ArtifactSpec spec() {
    return new ArtifactSpec(
        "ios.data-usage",
        DataClass.USAGE,
        List.of(Place.inBackup("WirelessDomain", "Library/Databases/DataUsage.sqlite")),
        Presence.ALWAYS,
        "CommCenter",
        true,
        "iOS 14 to 16; later as documented",
        List.of(
            "https://docs.mvt.re/en/latest/ios/records/#datausagejson",
            "https://github.com/log2timeline/plaso/blob/main/plaso/parsers/sqlite_plugins/ios_datausage.py"));
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    SqliteDatabase database = Database.open(file, readings);
    var rows = new RowReadings(readings);
    var processes = Database.table(database, PROCESSES);
    Database.require(processes, "ZPROCNAME");
    var usages = database.table(USAGES);
    if (usages.isPresent()) {
      Database.require(usages.get(), "ZHASPROCESS");
      readings.layout(
          usages.get().hasColumn("ZWIFIIN")
              ? "ZLIVEUSAGE with ZWIFIIN and ZWIFIOUT"
              : "ZLIVEUSAGE without ZWIFIIN and ZWIFIOUT (recent iOS)");
    }
    var usage = usages.map(table -> new ProcessUsage(table, rows, new RowReadings(readings)));
    new ProcessRows(processes, rows, usage).read();
    if (usages.isEmpty()) throw Database.missing(database, USAGES);
  }
}
