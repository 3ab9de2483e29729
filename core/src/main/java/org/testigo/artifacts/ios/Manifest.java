package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.artifacts.ios.ManifestRecord.Field;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.Budget;
import org.testigo.model.DataClass;
import org.testigo.model.FileObject;
import org.testigo.model.Hashes;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Unreadable.Reason;

/// Every file, folder and link that the backup lists, with its times on the phone.
///
/// Lies at the root of the backup as `Manifest.db`, encrypted as the backup is since iOS 10.2. Each
/// row of the table `Files` gives a [FileObject]: `domain`, `relativePath`, and from the keyed
/// archive in `file` the fields `Size` in bytes, `Mode`, `UserID`, and `Birth`, `LastModified` and
/// `LastStatusChange` in seconds since 1970 in UTC, where 0 says that there is none.
///
/// A record that is damaged is reported with its row, and the file is given with what the row says.
@AutoService(Artifact.class)
public final class Manifest implements Artifact {
  private static final String TABLE = "Files";

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.manifest",
          DataClass.FILES,
          List.of(Place.atRootOfBackup("Manifest.db")),
          Presence.ALWAYS,
          "BackupAgent2",
          true,
          "iOS 10 to 26",
          List.of(
              "https://docs.mvt.re/en/latest/ios/records/#manifestjson",
              "https://theapplewiki.com/wiki/ITunes_Backup"));

  private enum Column {
    DOMAIN,
    RELATIVEPATH,
    FILE
  }

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    Table table = Database.table(Database.open(file, readings), TABLE);
    Database.require(table, "domain", "relativePath", "file");
    readings.layout("Files with a record for each file (iOS 10 and later)");
    new Listing(table, file.budget(), new RowReadings(readings)).read();
  }

  /// One reading of the table.
  private static final class Listing {
    private final Columns<Column> columns;
    private final Budget budget;
    private final RowReadings rows;

    Listing(Table table, Budget budget, RowReadings rows) {
      this.columns = new Columns<>(table, Column.class);
      this.budget = budget;
      this.rows = rows;
    }

    void read() {
      columns.scan(rows.eachRowOf(TABLE, this::read));
    }

    private void read(Row row) {
      var path = row.optionalText(columns.indexOf(Column.RELATIVEPATH));
      if (path.isEmpty()) rows.unreadable(Reason.MALFORMED, "RELATIVEPATH: NULL, expected a path");
      var domain = columns.text(row, Column.DOMAIN);
      var entry = rows.part("FILE", () -> Optional.of(record(row)));
      rows.observed(
          entry
              .map(known -> file(path.orElse(""), domain, known))
              .orElseGet(() -> bare(path.orElse(""), domain)));
    }

    private ManifestRecord record(Row row) {
      if (columns.isNull(row, Column.FILE)) {
        throw new MalformedException(-1, "NULL, expected the record of the file");
      }
      return ManifestRecord.open(columns.blob(row, Column.FILE), budget);
    }

    private FileObject file(String path, Optional<String> domain, ManifestRecord entry) {
      moment(entry, Field.BIRTH, Meaning.CREATED);
      moment(entry, Field.LAST_MODIFIED, Meaning.MODIFIED);
      moment(entry, Field.LAST_STATUS_CHANGE, Meaning.STATUS_CHANGED);
      return new FileObject(
          path,
          domain,
          whole(entry, Field.SIZE),
          mode(entry),
          whole(entry, Field.USER_ID),
          Hashes.NONE);
    }

    private static FileObject bare(String path, Optional<String> domain) {
      return new FileObject(
          path,
          domain,
          OptionalLong.empty(),
          OptionalInt.empty(),
          OptionalLong.empty(),
          Hashes.NONE);
    }

    private void moment(ManifestRecord entry, Field field, Meaning meaning) {
      long seconds = whole(entry, field).orElse(0);
      if (seconds == 0) return;
      rows.part(field.key(), () -> TimeScale.UNIX_SECONDS.moment(seconds, meaning))
          .ifPresent(rows::moment);
    }

    private OptionalInt mode(ManifestRecord entry) {
      var mode = whole(entry, Field.MODE);
      if (mode.isEmpty()) return OptionalInt.empty();
      int low = (int) mode.getAsLong();
      if (low == mode.getAsLong()) return OptionalInt.of(low);
      rows.unreadable(Reason.MALFORMED, "Mode: %d, expected 16 bits".formatted(mode.getAsLong()));
      return OptionalInt.empty();
    }

    private OptionalLong whole(ManifestRecord entry, Field field) {
      return rows.part(field.key(), () -> Optional.of(entry.whole(field)))
          .orElse(OptionalLong.empty());
    }
  }
}
