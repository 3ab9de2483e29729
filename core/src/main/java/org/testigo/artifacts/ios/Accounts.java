package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.DataClass;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UserAccount;

/// The accounts that the phone uses at providers, of mail, cloud and networks: the Core Data table
/// `ZACCOUNT` of `Accounts3.sqlite`, one [UserAccount] for each row, its kind looked up in
/// `ZACCOUNTTYPE`.
///
/// `ZDATE`, when the account was added, counts seconds since 2001 in UTC. An account whose kind is
/// gone is told with an empty kind, beside an unreadable that names the key.
@AutoService(Artifact.class)
public final class Accounts implements Artifact {
  private static final String TABLE = "ZACCOUNT";
  private static final String TYPES = "ZACCOUNTTYPE";

  private enum Column {
    ZACCOUNTTYPE,
    ZDATE,
    ZACCOUNTDESCRIPTION,
    ZOWNINGBUNDLEID,
    ZUSERNAME
  }

  private enum TypeColumn {
    ZIDENTIFIER,
    ZACCOUNTTYPEDESCRIPTION
  }

  private record Type(String identifier, Optional<String> name) {
    int characters() {
      return identifier.length() + name.map(String::length).orElse(0);
    }
  }

  @Override
  public ArtifactSpec spec() {
    return new ArtifactSpec(
        "ios.accounts",
        DataClass.ACCOUNTS,
        List.of(Place.inBackup("HomeDomain", "Library/Accounts/Accounts3.sqlite")),
        Presence.OPTIONAL,
        "accountsd",
        true,
        "iOS 13 and 15",
        List.of(
            "https://github.com/log2timeline/plaso/blob/main/plaso/parsers/sqlite_plugins/ios_accounts.py",
            "https://developer.apple.com/documentation/accounts/acaccounttype"));
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    SqliteDatabase database = Database.open(file, readings);
    Table table = Database.table(database, TABLE);
    Database.require(table, "ZACCOUNTTYPE", "ZUSERNAME");
    readings.layout(
        table.hasColumn("ZMODIFICATIONID")
            ? "ZACCOUNT with ZMODIFICATIONID (iOS 15 and later)"
            : "ZACCOUNT without ZMODIFICATIONID (iOS 14 and earlier)");
    var rows = new RowReadings(readings);
    var types = types(database, rows);
    var columns = new Columns<>(table, Column.class);
    columns.scan(rows.eachRowOf(TABLE, row -> read(columns, row, types, rows)));
  }

  private static Lookup<TypeColumn, Type> types(SqliteDatabase database, RowReadings rows) {
    Table table = Database.table(database, TYPES);
    Database.require(table, "ZIDENTIFIER");
    var columns = new Columns<>(table, TypeColumn.class);
    return new Lookup<>(columns, rows, row -> type(columns, row), Type::characters);
  }

  private static Type type(Columns<TypeColumn> columns, Row row) {
    return new Type(
        columns.text(row, TypeColumn.ZIDENTIFIER).orElse(""),
        columns.text(row, TypeColumn.ZACCOUNTTYPEDESCRIPTION));
  }

  private static void read(
      Columns<Column> columns, Row row, Lookup<TypeColumn, Type> types, RowReadings rows) {
    rows.moment(columns, row, Column.ZDATE, TimeScale.COCOA_SECONDS, Meaning.CREATED);
    OptionalLong key = columns.integer(row, Column.ZACCOUNTTYPE);
    var type = key.isPresent() ? types.at(key.getAsLong()) : Optional.<Type>empty();
    if (key.isPresent() && type.isEmpty())
      rows.unreadable(
          Reason.MALFORMED,
          "kind of account %d is not there, expected a row of %s"
              .formatted(key.getAsLong(), TYPES));
    rows.observed(
        new UserAccount(
            type.map(Type::identifier).orElse(""),
            type.flatMap(Type::name),
            columns.text(row, Column.ZUSERNAME),
            columns.text(row, Column.ZACCOUNTDESCRIPTION),
            columns.text(row, Column.ZOWNINGBUNDLEID)));
  }
}
