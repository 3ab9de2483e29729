package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.DataClass;
import org.testigo.model.OsVersion;

/// Every visit of a page in Safari, of every profile: the tables `history_visits` and
/// `history_items` of `History.db`, one [org.testigo.model.UrlVisit] for each visit, with the visit
/// that a redirect came from.
///
/// `visit_time` counts seconds since 2001 in UTC, with a fraction that is kept to the microsecond.
/// `redirect_source` and `redirect_destination` are numbers of visits; either one is enough to tell
/// a redirect. A visit whose page is gone is an unreadable, since its address is not known.
///
/// `history_tombstones` tells what was deleted. The rows that still name an address follow as
/// visits without a title, at the end of the deleted time; the others say only that a span of time
/// was cleared, and are counted in the layout.
@AutoService(Artifact.class)
public final class SafariHistory implements Artifact {
  static final String ITEMS = "history_items";
  static final String VISITS = "history_visits";
  static final String TOMBSTONES = "history_tombstones";

  private static final OsVersion LEFT_OUT_SINCE = OsVersion.of(13);
  private static final String SAFARI_DOMAIN = "AppDomain-com.apple.mobilesafari";
  private static final String MAIN = "Library/Safari/History.db";
  private static final String OF_PROFILE = "Library/Safari/Profiles/*/History.db";

  /// The folder of a profile is named with its UUID.
  private static final Pattern PROFILE = Pattern.compile("Library/Safari/Profiles/([^/]+)/[^/]+");

  @Override
  public ArtifactSpec spec() {
    return new ArtifactSpec(
        "ios.safari-history",
        DataClass.BROWSING,
        List.of(
            Place.inBackup("HomeDomain", MAIN),
            Place.inBackup(SAFARI_DOMAIN, MAIN),
            Place.inBackup("HomeDomain", OF_PROFILE),
            Place.inBackup(SAFARI_DOMAIN, OF_PROFILE)),
        Presence.onlyEncryptedSince(LEFT_OUT_SINCE),
        "MobileSafari",
        true,
        "Safari of 2017 to 2022; iOS 18 as documented",
        List.of(
            "https://docs.mvt.re/en/latest/ios/records/#safari_historyjson",
            "https://github.com/log2timeline/plaso/blob/main/plaso/parsers/sqlite_plugins/safari.py"));
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    SqliteDatabase database = Database.open(file, readings);
    Table items = Database.table(database, ITEMS);
    Table visits = Database.table(database, VISITS);
    Database.require(items, "url");
    Database.require(visits, "history_item", "visit_time");
    readings.layout(generation(items, visits));
    var rows = new RowReadings(readings);
    var pages = new SafariVisits(items, visits, rows, profile(file.file().path()));
    long originsGone = pages.read();
    if (originsGone > 0)
      readings.layout("%d redirects from visits that are no longer there".formatted(originsGone));
    Database.refuseStandIn(database, TOMBSTONES);
    database.table(TOMBSTONES).ifPresent(table -> readDeleted(table, readings, pages));
  }

  private static void readDeleted(Table table, Readings readings, SafariVisits pages) {
    Database.require(table, "end_time");
    long cleared = pages.readDeleted(table);
    if (cleared > 0)
      readings.layout("%s with %d cleared spans of time".formatted(TOMBSTONES, cleared));
  }

  private static String generation(Table items, Table visits) {
    if (items.hasColumn("status_code")) return "history_items with status_code (seen in 2022)";
    if (visits.hasColumn("generation"))
      return "history_visits with generation, history_items without status_code (seen in 2017)";
    return "history_visits without generation";
  }

  static Optional<String> profile(String path) {
    var matcher = PROFILE.matcher(path);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
