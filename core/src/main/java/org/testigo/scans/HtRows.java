package org.testigo.scans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.RowVisitor;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceSighting.Answer;

/// The rows of `ht.db` as sightings.
final class HtRows {
  private static final int MD5_DIGITS = 32;

  /// Longer chains are not shown by any server.
  private static final int MAX_POSITION = 100;

  /// Rows of one handshake stand within some dozen rows of each other.
  private static final int MAX_OPEN = 256;

  private static final long SECONDS_PER_DAY = 86_400;

  private final String file;
  private final Map<String, HtBanner> banners;
  private final Consumer<ScanRecord> records;
  private final Consumer<MalformedException> damaged;
  private long entries;

  /// Handshakes to which a row may still come, in the order of their first rows.
  private final LinkedHashMap<Key, Handshake> open = new LinkedHashMap<>();

  HtRows(
      String file,
      Map<String, HtBanner> banners,
      Consumer<ScanRecord> records,
      Consumer<MalformedException> damaged) {
    this.file = file;
    this.banners = banners;
    this.records = records;
    this.damaged = damaged;
  }

  /// What rows of one handshake have in common.
  private record Key(String time, String address, String source) {}

  private record Handshake(ScanSource at, List<CertificateLink> chain) {
    boolean lacks(int position) {
      return chain.stream().noneMatch(link -> link.position() == position);
    }
  }

  long entries() {
    return entries;
  }

  void handshakes(Table table) {
    scan(table, List.of("ts", "ip", "md5", "num", "src"), damaged, this::certificate);
    while (!open.isEmpty()) giveEldest();
  }

  private void certificate(Row row) {
    entries++;
    var key = new Key(row.text(0), row.text(1), row.text(4));
    // Looked at before the handshake that it may begin, so that a bad row harms no other.
    time(key);
    Values.address(key.address());
    long position = row.integer(3);
    if (position < 1 || position > MAX_POSITION)
      throw new MalformedException(
          row.offsetBytes(), "num %d, expected 1 to 100".formatted(position));
    var id = CertificateId.ofPemMd5(Values.digest(row.text(2), MD5_DIGITS));
    handshake(key, (int) position)
        .chain()
        .add(new CertificateLink((int) position, id, Optional.empty()));
  }

  /// The open handshake that the row belongs to, or a new one.
  private Handshake handshake(Key key, int position) {
    var known = open.get(key);
    if (known != null && known.lacks(position)) return known;
    if (known != null) {
      open.remove(key);
      give(key, known);
    }
    if (open.size() == MAX_OPEN) giveEldest();
    var begun = new Handshake(new ScanSource(file, entries), new ArrayList<>());
    open.put(key, begun);
    return begun;
  }

  private void giveEldest() {
    var eldest = open.pollFirstEntry();
    give(eldest.getKey(), eldest.getValue());
  }

  private void give(Key key, Handshake handshake) {
    handshake.chain().sort(Comparator.comparingInt(CertificateLink::position));
    give(key, Optional.empty(), handshake.chain(), handshake.at());
  }

  void answers(Table table) {
    scan(table, List.of("ts", "ip", "md5", "src"), damaged, this::answer);
  }

  private void answer(Row row) {
    entries++;
    var key = new Key(row.text(0), row.text(1), row.text(3));
    var digest = Values.digest(row.text(2), MD5_DIGITS);
    var banner = Optional.ofNullable(banners.get(digest));
    var answer = banner.map(known -> new Answer(known.raw(), "http", true));
    give(key, answer, List.of(), new ScanSource(file, entries));
    if (banner.isEmpty())
      throw new MalformedException(row.offsetBytes(), "no banner has the MD5 " + digest);
  }

  private void give(
      Key key, Optional<Answer> answer, List<CertificateLink> chain, ScanSource source) {
    var endpoint = new Endpoint(Values.address(key.address()), port(key.source()));
    records.accept(
        new ServiceSighting(
            endpoint,
            Optional.of(time(key)),
            answer,
            chain,
            List.of(),
            HtDb.FAMILY,
            key.source(),
            source));
  }

  private static ScanTime time(Key key) {
    var read = Times.iso(key.time());
    if (isCensus(key.source())) return new ScanTime(read.at(), Precision.QUARTER_HOUR);
    boolean isDay =
        key.source().equals("shodan") || read.at().getEpochSecond() % SECONDS_PER_DAY == 0;
    return new ScanTime(read.at(), isDay ? Precision.DAY : read.precision());
  }

  /// The Internet Census names its parts after the port and the probe: `443-TCP_SSLSessionReq`.
  private static boolean isCensus(String source) {
    return source.contains("-TCP_");
  }

  /// Each of these scans asked one port; Shodan asked many and the data does not say which.
  private static int port(String source) {
    return switch (source) {
      case "sonar-ssl", "umich-ssl" -> 443;
      case "sonar-http", "critical.io" -> 80;
      default -> isCensus(source) ? Values.port(source.substring(0, source.indexOf("-TCP_"))) : 0;
    };
  }

  /// Visits rows; a row that does not follow the format is told, and the next one is read.
  static void scan(
      Table table,
      List<String> columns,
      Consumer<MalformedException> damaged,
      Consumer<Row> visitor) {
    for (String column : columns) {
      if (!table.hasColumn(column))
        throw new MalformedException(
            0, "table %s has no column %s".formatted(table.name(), column));
    }
    table.scan(
        columns,
        new RowVisitor() {
          @Override
          public void row(Row row) {
            try {
              visitor.accept(row);
            } catch (MalformedException e) {
              damaged.accept(
                  new MalformedException(
                      row.offsetBytes(),
                      "%s row %d: %s".formatted(table.name(), row.rowid(), e.detail())));
            }
          }

          @Override
          public void damaged(MalformedException damage) {
            damaged.accept(damage);
          }
        });
  }
}
