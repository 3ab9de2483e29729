package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalLong;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.DataClass;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.PermissionGrant;
import org.testigo.model.PermissionGrant.Decision;

/// What programs may use camera, microphone, contacts and the like: the table `access` of `TCC.db`
/// ("transparency, consent and control"), one [PermissionGrant] for each row.
///
/// The decision is `auth_value` (0 denied, 1 unknown, 2 allowed, 3 limited) since iOS 14, and
/// `allowed` (0 or 1) before. `last_modified` counts seconds since 1970 in UTC; iOS 11 and earlier
/// have none. Newer numbers of `auth_value` are told as unknown, with the number in the reason.
@AutoService(Artifact.class)
public final class Tcc implements Artifact {
  private static final String TABLE = "access";

  /// What the numbers of `auth_reason` stand for, in their order.
  private static final List<String> REASONS =
      List.of(
          "inherited",
          "error",
          "user consent",
          "user set",
          "system set",
          "service policy",
          "MDM policy",
          "override policy",
          "missing usage string",
          "prompt timeout",
          "preflight unknown",
          "entitled",
          "app type policy");

  private enum Column {
    SERVICE,
    CLIENT,
    ALLOWED,
    AUTH_VALUE,
    AUTH_REASON,
    LAST_MODIFIED
  }

  @Override
  public ArtifactSpec spec() {
    return new ArtifactSpec(
        "ios.tcc",
        DataClass.APPS,
        List.of(Place.inBackup("HomeDomain", "Library/TCC/TCC.db")),
        Presence.ALWAYS,
        "tccd",
        true,
        "iOS 14; 9 to 17 as documented",
        List.of(
            "https://docs.mvt.re/en/latest/ios/records/#tccjson",
            "https://www.rainforestqa.com/blog/macos-tcc-db-deep-dive"));
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    Table table = Database.table(Database.open(file, readings), TABLE);
    Database.require(table, "service", "client");
    var columns = new Columns<>(table, Column.class);
    readings.layout(generation(table, columns));
    var rows = new RowReadings(readings);
    columns.scan(rows.eachRowOf(TABLE, row -> read(columns, row, rows)));
  }

  private static String generation(Table table, Columns<Column> columns) {
    if (columns.has(Column.AUTH_VALUE)) {
      return table.hasColumn("boot_uuid")
          ? "access with auth_value and boot_uuid (iOS 17 and later)"
          : "access with auth_value (iOS 14 to 16)";
    }
    if (!columns.has(Column.ALLOWED)) throw Database.unknownLayout(table, "auth_value or allowed");
    return columns.has(Column.LAST_MODIFIED)
        ? "access with allowed and last_modified (iOS 12 and 13)"
        : "access with allowed (iOS 11 and earlier)";
  }

  private static void read(Columns<Column> columns, Row row, RowReadings rows) {
    rows.moment(columns, row, Column.LAST_MODIFIED, TimeScale.UNIX_SECONDS, Meaning.DECIDED);
    rows.observed(
        new PermissionGrant(
            columns.text(row, Column.SERVICE).orElse(""),
            columns.text(row, Column.CLIENT).orElse(""),
            decision(columns, row),
            reason(columns, row)));
  }

  private static Decision decision(Columns<Column> columns, Row row) {
    if (!columns.has(Column.AUTH_VALUE)) {
      OptionalLong allowed = columns.integer(row, Column.ALLOWED);
      if (allowed.isEmpty()) return Decision.UNKNOWN;
      return allowed.getAsLong() == 0 ? Decision.DENIED : Decision.ALLOWED;
    }
    long value = columns.integer(row, Column.AUTH_VALUE).orElse(1);
    return switch (Math.clamp(value, -1, 4)) {
      case 0 -> Decision.DENIED;
      case 2 -> Decision.ALLOWED;
      case 3 -> Decision.LIMITED;
      default -> Decision.UNKNOWN;
    };
  }

  private static String reason(Columns<Column> columns, Row row) {
    OptionalLong reason = columns.integer(row, Column.AUTH_REASON);
    if (reason.isEmpty()) return "";
    long number = reason.getAsLong();
    boolean isKnown = number >= 0 && number < REASONS.size();
    String named = isKnown ? "%d (%s)".formatted(number, REASONS.get((int) number)) : "" + number;
    long value = columns.integer(row, Column.AUTH_VALUE).orElse(1);
    return value >= 0 && value <= 3 ? named : "auth_value %d, %s".formatted(value, named);
  }
}
