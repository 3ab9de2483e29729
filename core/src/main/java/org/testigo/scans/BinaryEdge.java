package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Events of BinaryEdge: one JSON object per line, or a page of its interface, whose `events` is an
/// array of them.
///
///     {"origin": {"type": "ssl-simple", "ts": 1631695891033}, "target": {"ip": "192.0.2.1",
///       "port": 443, "protocol": "tcp"}, "result": {"data": {…}}}
///
/// What stands under `result.data` depends on the module: `response` of a page (put together again;
/// `headers` is a map, brought into the order of `header_order`, the spelling of names is lost),
/// `service.banner` (written with `\r`, `\n`, `\xNN`, which become the bytes),
/// `cert_info.certificate_chain[].as_pem`, `jarm_hash`, `response.favicon.mmh3_hash`. `ts` is in
/// milliseconds since 1970-01-01T00:00:00Z. Texts become bytes as UTF-8.
@AutoService(ScanFormat.class)
public final class BinaryEdge implements JsonFormat {

  @Override
  public Spec spec() {
    return new Spec(
        "binaryedge",
        "BinaryEdge",
        List.of(
            new Carriage(Subject.ANSWER, Carriage.Spelling.APART),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.PEM),
            new Carriage(Subject.IMPORTED, Carriage.Spelling.JSON_TEXT)),
        Order.SHOWS,
        List.of("https://docs.binaryedge.io/modules/"));
  }

  @Override
  public boolean fits(Set<String> paths) {
    return paths.contains("target/ip") && paths.contains("origin/type")
        || paths.contains("events/target/ip")
        || paths.contains("events/origin/minion");
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    return BinaryEdge::tell;
  }

  private static void tell(Json entry, Place place, Consumer<ScanRecord> records) {
    var events = entry.at("events");
    if (events.isEmpty()) tellEvent(entry, place, records);
    else JsonFormat.each(events.get().items(), BinaryEdge::tellEvent, place, records);
  }

  private static void tellEvent(Json event, Place place, Consumer<ScanRecord> records) {
    Json target = Json.required(event.at("target"), "target");
    IpAddress address = Values.address(target.text("ip"), "target.ip");
    int port = Values.port(Json.required(target.text("port"), "target.port"));
    Json data = Json.required(event.at("result", "data"), "result.data");
    var service =
        new Service(address, port)
            .at(event.at("origin", "ts").flatMap(Json::whole).map(Times::epochMillis))
            .chain(chain(data))
            .imported(Service.JARM, data.text("jarm_hash"))
            .imported(
                Service.FAVICON, data.at("response", "favicon", "mmh3_hash").flatMap(Json::text));
    var response = data.at("response");
    if (response.isPresent()) service.answer(page(response.get()), "http", false);
    else banner(data, service);
    service.tell(place, records);
  }

  private static void banner(Json data, Service service) {
    var banner = data.at("service", "banner").flatMap(Json::asText);
    String name = data.at("service", "name").flatMap(Json::text).orElse("");
    banner.ifPresent(it -> service.answer(unescaped(it.bytes()), name, true));
  }

  private static byte[] page(Json response) {
    int version = response.whole("protocol_version").orElse(11L).intValue();
    String status =
        response.at("status", "code").flatMap(Json::text).orElse("")
            + response.at("status", "message").flatMap(Json::text).map(it -> " " + it).orElse("");
    var http = new HttpText("HTTP/%d.%d".formatted(version / 10, version % 10), status.strip());
    ordered(response)
        .forEach((name, value) -> http.field(HttpText.name(name), Json.bytes(Optional.of(value))));
    return http.withBody(Json.bytes(response.at("body", "content")));
  }

  /// The fields in the order of `header_order`, in which a hyphen is an underscore; then those that
  /// it does not name.
  private static Map<String, Json> ordered(Json response) {
    var stored = response.at("headers", "headers").map(Json::members).orElse(Map.of());
    String order = response.at("headers", "header_order").flatMap(Json::text).orElse("");
    Map<String, Json> fields = new LinkedHashMap<>();
    for (String name : order.split(",", -1)) {
      String hyphened = name.replace('_', '-');
      Json value = stored.get(hyphened);
      if (value != null) fields.put(hyphened, value);
    }
    stored.forEach(fields::putIfAbsent);
    return fields;
  }

  private static List<CertificateLink> chain(Json data) {
    List<byte[]> ders = new ArrayList<>();
    for (Json next : data.at("cert_info", "certificate_chain").map(Json::items).orElse(List.of())) {
      ders.addAll(Certificates.ofPem(Json.required(next.text("as_pem"), "as_pem")));
    }
    return Certificates.chain(ders);
  }

  /// Undoes the escapes of Nmap's service probes: `\r`, `\n`, `\t`, `\0`, `\\`, `\"`, `\xNN`. What
  /// is none of them stays.
  static byte[] unescaped(byte[] written) {
    var out = new ByteArrayOutputStream(written.length);
    for (int at = 0; at < written.length; at++) {
      if (written[at] != '\\' || at + 1 == written.length) {
        out.write(written[at]);
        continue;
      }
      Optional<Integer> named = named(written[at + 1]);
      if (named.isPresent()) {
        out.write(named.get());
        at++;
      } else if (isHexEscape(written, at)) {
        out.write(Character.digit(written[at + 2], 16) << 4 | Character.digit(written[at + 3], 16));
        at += 3;
      } else {
        out.write('\\');
      }
    }
    return out.toByteArray();
  }

  private static Optional<Integer> named(byte letter) {
    return switch (letter) {
      case 'r' -> Optional.of((int) '\r');
      case 'n' -> Optional.of((int) '\n');
      case 't' -> Optional.of((int) '\t');
      case '0' -> Optional.of(0);
      case '\\', '"' -> Optional.of((int) letter);
      default -> Optional.empty();
    };
  }

  private static boolean isHexEscape(byte[] written, int at) {
    return at + 3 < written.length
        && written[at + 1] == 'x'
        && Character.digit(written[at + 2], 16) >= 0
        && Character.digit(written[at + 3], 16) >= 0;
  }
}
