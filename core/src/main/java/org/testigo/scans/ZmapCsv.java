package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Subject;

/// Replies to the bare probes of ZMap as a table with commas, whose first line names the columns:
///
///     saddr,sport,ipid,ttl,classification,success,timestamp_str,…
///
/// Columns are found by name, in any order and in the spellings of several versions (`saddr` or
/// `ip`, `sport` or `port`, `timestamp_str`, `timestamp-str`, `timestamp`, `timestamp_ts`,
/// `timestamp_us`). `ipid` is the IP identification field, 0 to 65535, which ZMap writes as the
/// decimal number of the two bytes in network order. Of a UDP probe, `data` holds the payload in
/// hexadecimal, which is the answer. Rows with `classification` `icmp` or `unreach` are the voice of
/// a router on the way, and say nothing of the address; see also `success` 0 of a reset, which does.
@AutoService(ScanFormat.class)
public final class ZmapCsv implements LineFormat {
  private static final int MAX_IP_ID = 65_535;
  private static final Set<String> OF_OTHERS = Set.of("icmp", "unreach", "icmp-unreach");

  @Override
  public Spec spec() {
    return new Spec(
        "zmap-csv",
        "ZMap, CSV",
        List.of(new Carriage(Subject.ANSWER, Carriage.Spelling.HEX)),
        Order.TELLS_MORE,
        List.of("https://github.com/zmap/zmap/wiki/Args-and-Configuration"));
  }

  @Override
  public boolean recognises(Head head) {
    try {
      var columns = columns(CsvFields.of(Heads.firstLine(head.bytes())));
      return columns.containsKey("saddr")
          && (columns.containsKey("ipid") || columns.containsKey("data"));
    } catch (MalformedException e) {
      return false;
    }
  }

  /// The places of the columns by their names, spelled as newer versions do.
  private static Map<String, Integer> columns(List<String> names) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip().toLowerCase(Locale.ROOT).replace('-', '_');
      columns.putIfAbsent(
          switch (name) {
            case "ip", "src_ip" -> "saddr";
            case "port", "src_port" -> "sport";
            case "timestamp" -> "timestamp_str";
            case "ip_id" -> "ipid";
            default -> name;
          },
          i);
    }
    return columns;
  }

  @Override
  public boolean isFramed(byte[] bytes, int from, int to) {
    return Lines.isBlank(bytes, from, to) || Lines.has(bytes, from, to, ',');
  }

  @Override
  public Decoder decoder(Beginning beginning) {
    byte[] header = beginning.firstLine().array();
    var names = CsvFields.of(header, 0, header.length);
    var columns = columns(names);
    return (bytes, from, to, number, records) -> {
      if (number == 1 || Lines.isBlank(bytes, from, to)) return;
      var fields = CsvFields.of(bytes, from, to);
      if (fields.size() != names.size()) {
        throw new MalformedException(
            -1, "%d columns, expected %d".formatted(fields.size(), names.size()));
      }
      new Row(columns, fields, Place.of(beginning.file(), number, beginning.fileTime()))
          .tell(records);
    };
  }

  /// A row with its columns.
  private record Row(Map<String, Integer> columns, List<String> fields, Place place) {
    void tell(Consumer<ScanRecord> records) {
      var address = Values.address(field("saddr"), "saddr");
      int port = field("sport").map(Values::port).orElse(0);
      if (field("classification").filter(OF_OTHERS::contains).isPresent()) return;
      field("ipid")
          .ifPresent(ipId -> {
            int ttl = field("ttl").map(it -> number(it, 255, "a time to live")).orElse(0);
            records.accept(
                new ProbeReply(
                    new Endpoint(address, port),
                    place.at(time()),
                    number(ipId, MAX_IP_ID, "an IP identification"),
                    ttl,
                    place.source()));
          });
      field("data")
          .ifPresent(hex ->
              new Service(address, port)
                  .at(time())
                  .answer(Values.unhexed(hex, "data"), "", true)
                  .tell(place, records));
    }

    private Optional<ScanTime> time() {
      return field("timestamp_str")
          .map(Times::iso)
          .or(() -> field("timestamp_ts").map(it -> Times.epochSeconds(whole(it))));
    }

    private Optional<String> field(String name) {
      Integer at = columns.get(name);
      return at == null
          ? Optional.empty()
          : Optional.of(fields.get(at).strip()).filter(it -> !it.isEmpty());
    }

    private static long whole(String met) {
      return Json.Numbers.whole(met).orElseThrow(() -> Values.malformed(met, "seconds since 1970"));
    }

    private static int number(String met, int most, String what) {
      return Json.Numbers.whole(met)
          .filter(it -> it >= 0 && it <= most)
          .orElseThrow(() -> Values.malformed(met, "%s, 0 to %d".formatted(what, most)))
          .intValue();
    }
  }
}
