package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.model.Budget;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;

/// The servers of Hacking Team's RCS that Citizen Lab published in 2014 as `ht.db`, an SQLite
/// database:
///
///     ssl_hit(ts, ip, md5, num, src)    one row per certificate of a handshake, num 1 = leaf, 2 = CA
///     http_hit(ts, ip, md5, src)        one row per answer; rows repeat
///     banner(md5, banner)               the answers, see [HtBanner]
///
/// `md5` of a certificate is over its PEM text without the last line end. `ts` is in UTC: of the
/// Internet Census 2012 rounded to 15 minutes, of Shodan a day, else to the second; midnight to the
/// second stands for a day, too. Rows of one time, address and source that stand near each
/// other are one handshake. Entries count the rows of `ssl_hit`, then those of `http_hit`; a repeated row
/// stays an entry of its own.
///
/// Known from: <https://github.com/citizenlab/spyware-scan/tree/master/ht>.
@AutoService(ScanFormat.class)
public final class HtDb implements FileFormat {
  static final String FAMILY = "hacking-team-rcs";
  private static final String ID = "citizenlab-ht-db";
  private static final String MAGIC = "SQLite format 3\0";
  private static final List<String> TABLES = List.of("ssl_hit", "http_hit", "banner");

  /// A database of this kind has some dozen different answers.
  private static final int MAX_BANNERS = 100_000;

  @Override
  public Spec spec() {
    return new Spec(
        ID,
        "Citizen Lab, Hacking Team RCS servers (ht.db)",
        List.of(),
        Order.SHOWS,
        List.of("https://github.com/citizenlab/spyware-scan/tree/master/ht"));
  }

  /// The definitions of the tables stand on the first page.
  @Override
  public boolean recognises(Head head) {
    var text = new String(head.bytes().array(), StandardCharsets.ISO_8859_1);
    return text.startsWith(MAGIC)
        && TABLES.stream().allMatch(table -> text.contains("CREATE TABLE " + table + "("));
  }

  @Override
  public long read(
      ByteSource bytes,
      String file,
      Optional<ScanTime> fileTime,
      Budget budget,
      Consumer<ScanRecord> records,
      Consumer<Unreadable> unreadable) {
    Consumer<MalformedException> damaged = damage -> unreadable.accept(unreadable(file, damage));
    var database = SqliteDatabase.open(bytes, Optional.empty(), Optional.empty(), budget);
    database.schemaDamage().forEach(damaged);
    database.losses().forEach(damaged);
    var rows = new HtRows(file, banners(database, damaged), records, damaged);
    rows.handshakes(table(database, "ssl_hit"));
    rows.answers(table(database, "http_hit"));
    return rows.entries();
  }

  private static org.testigo.formats.sqlite.Table table(SqliteDatabase database, String name) {
    return database
        .table(name)
        .orElseThrow(() -> new MalformedException(0, "no table %s of stored rows".formatted(name)));
  }

  private static Map<String, HtBanner> banners(
      SqliteDatabase database, Consumer<MalformedException> damaged) {
    var banners = new HashMap<String, HtBanner>();
    HtRows.scan(
        table(database, "banner"),
        List.of("md5", "banner"),
        damaged,
        row -> {
          if (banners.size() >= MAX_BANNERS)
            throw new MalformedException(row.offsetBytes(), "more answers than " + MAX_BANNERS);
          String md5 = Values.digest(row.text(0), 32);
          var banner = HtBanner.of(row.text(1), md5);
          banners.put(md5, banner);
          if (!banner.isProved())
            throw new MalformedException(
                row.offsetBytes(), "an answer of another MD5, expected " + md5);
        });
    return banners;
  }

  private static Unreadable unreadable(String file, MalformedException damage) {
    return new Unreadable(
        new Source(ID, file, new Location.Offset(Math.max(0, damage.offsetBytes()))),
        Unreadable.Reason.MALFORMED,
        damage.detail());
  }
}
