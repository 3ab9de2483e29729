package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Subject;

/// Passive DNS in the Common Output Format, one JSON object per line:
///
///     {"rrname": "example.org", "rrtype": "A", "rdata": ["192.0.2.1"],
///       "time_first": 1298398002, "time_last": 1387960200, "count": 7}
///
/// Both dialects: `rdata` or the older `rrdata`, a text or an array (a record for each element),
/// numbers as numbers or as texts. Times are seconds since 1970-01-01T00:00:00Z; where only
/// `zone_time_first` and `zone_time_last` stand, as in zone files, those are taken. Names lose
/// capital letters and the last dot; other data stands as written.
@AutoService(ScanFormat.class)
public final class Cof implements JsonFormat {
  /// Types whose data is a name.
  private static final Set<String> NAMES = Set.of("CNAME", "NS", "PTR", "DNAME");

  @Override
  public Spec spec() {
    return new Spec(
        "passive-dns-cof",
        "Passive DNS, Common Output Format",
        List.of(new Carriage(Subject.NAME, Carriage.Spelling.JSON_TEXT)),
        Order.TELLS_MORE,
        List.of(
            "https://datatracker.ietf.org/doc/draft-dulaunoy-dnsop-passive-dns-cof/",
            "https://github.com/adulau/pdns-qof-server"));
  }

  @Override
  public boolean fits(Set<String> paths) {
    return paths.contains("rrname") && (paths.contains("rrtype") || paths.contains("rdata"));
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    return Cof::tell;
  }

  private static void tell(Json entry, Place place, Consumer<ScanRecord> records) {
    String name = name(Json.required(entry.text("rrname"), "rrname"));
    String type = Json.required(entry.text("rrtype"), "rrtype").toUpperCase(Locale.ROOT);
    Json data = Json.required(entry.at("rdata").or(() -> entry.at("rrdata")), "rdata");
    var first = time(entry, "time_first");
    var last = time(entry, "time_last");
    if (first.isPresent() && last.isPresent() && last.get().compareTo(first.get()) < 0) {
      throw Values.malformed(entry.text("time_last").orElse(""), "a time_last behind time_first");
    }
    long count = entry.text("count").map(Cof::count).orElse(0L);
    for (String one : texts(data)) {
      var written = NAMES.contains(type) ? name(one) : one;
      records.accept(new NameResolution(name, type, written, first, last, count, place.source()));
    }
  }

  private static List<String> texts(Json data) {
    if (!(data instanceof Json.ArrayValue array)) return List.of(text(data));
    return array.items().stream().map(Cof::text).toList();
  }

  private static String text(Json data) {
    return Json.required(data.text(), "a text in rdata");
  }

  private static long count(String written) {
    return Json.Numbers.whole(written)
        .filter(it -> it >= 0)
        .orElseThrow(() -> Values.malformed(written, "a count"));
  }

  private static Optional<ScanTime> time(Json entry, String key) {
    return entry
        .text(key)
        .or(() -> entry.text("zone_" + key))
        .map(written ->
            Times.epochSeconds(
                Json.Numbers.whole(written)
                    .orElseThrow(() -> Values.malformed(written, "seconds since 1970"))));
  }

  private static String name(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return lower.length() > 1 && lower.endsWith(".")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
