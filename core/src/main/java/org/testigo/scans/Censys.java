package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Hosts of Censys Search 2, one JSON object per line or in a document, bare or as the interface
/// wraps them (`result`, `result.hits`):
///
///     {"ip": "192.0.2.1", "services": [{"port": 443, "service_name": "HTTP",
///       "observed_at": "2023-07-14T14:29:31.401555872Z", "banner": "HTTP/1.1 200 OK\r\n…",
///       "http": {"response": {"body": …}}, "jarm": {"fingerprint": …},
///       "tls": {"certificates": {"leaf_fp_sha_256": …, "chain_fps_sha_256": […]}, "ja3s": …}}]}
///
/// The answer is `banner_hex`, else `banner`, with `http.response.body` behind it. It is not wholly
/// the server's: Censys writes `<REDACTED>` for the date. Without a banner the header is put
/// together from the map `headers`, whose order is lost. Certificates are known by SHA-256 only.
/// Texts become bytes as UTF-8.
@AutoService(ScanFormat.class)
public final class Censys implements JsonFormat {

  @Override
  public Spec spec() {
    return new Spec(
        "censys-hosts",
        "Censys Search 2, hosts",
        List.of(
            new Carriage(Subject.ANSWER, Carriage.Spelling.JSON_TEXT),
            new Carriage(Subject.ANSWER, Carriage.Spelling.HEX),
            new Carriage(Subject.ANSWER, Carriage.Spelling.APART),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.APART),
            new Carriage(Subject.IMPORTED, Carriage.Spelling.JSON_TEXT)),
        Order.SHOWS,
        List.of("https://docs.censys.com/docs/ls-host-dataset"));
  }

  @Override
  public boolean fits(Set<String> paths) {
    return List.of("", "result/", "result/hits/").stream()
        .anyMatch(wrap ->
            paths.contains(wrap + "services/port")
                && (paths.contains(wrap + "services/service_name")
                    || paths.contains(wrap + "services/observed_at")));
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    return Censys::tell;
  }

  private static void tell(Json entry, Place place, Consumer<ScanRecord> records) {
    Json result = entry.at("result").orElse(entry);
    var hits = result.at("hits");
    if (hits.isPresent()) JsonFormat.each(hits.get().items(), Censys::tellHost, place, records);
    else tellHost(result, place, records);
  }

  private static void tellHost(Json host, Place place, Consumer<ScanRecord> records) {
    IpAddress address = Values.address(host.text("ip"), "ip");
    var services = host.at("services").map(Json::items).orElse(List.of());
    JsonFormat.each(
        services, (service, at, to) -> tellService(address, service, at, to), place, records);
  }

  private static void tellService(
      IpAddress address, Json service, Place place, Consumer<ScanRecord> records) {
    boolean isHttp = service.at("http", "response").isPresent();
    String name = name(service);
    new Service(address, Values.port(Json.required(service.text("port"), "port of a service")))
        .at(service.text("observed_at").map(Times::iso))
        .answer(answer(service), isHttp ? "http" : name, service.at("banner").isPresent())
        .chain(chain(service))
        .imported(Service.JARM, service.at("jarm", "fingerprint").flatMap(Json::text))
        .imported(Service.JA3S, service.at("tls", "ja3s").flatMap(Json::text))
        .imported(Service.FAVICON, favicon(service))
        .tell(place, records);
  }

  private static String name(Json service) {
    String name = service.text("service_name").orElse("").toLowerCase(Locale.ROOT);
    return name.equals("unknown") ? "" : name;
  }

  private static Optional<String> favicon(Json service) {
    return service.at("http", "response", "favicons").stream()
        .flatMap(icons -> icons.items().stream())
        .flatMap(icon -> icon.text("shodan_hash").stream())
        .findFirst();
  }

  private static byte[] answer(Json service) {
    byte[] banner = banner(service);
    var response = service.at("http", "response");
    if (response.isEmpty()) return banner;
    byte[] body = Json.bytes(response.get().at("body"));
    return banner.length > 0 ? HttpText.joined(banner, body) : rebuilt(response.get(), body);
  }

  private static byte[] banner(Json service) {
    var hex = service.text("banner_hex").filter(it -> !it.isEmpty());
    return hex.isEmpty()
        ? Json.bytes(service.at("banner"))
        : Values.unhexed(hex.get(), "banner_hex");
  }

  private static byte[] rebuilt(Json response, byte[] body) {
    String status =
        (response.text("status_code").orElse("") + " " + response.text("status_reason").orElse(""))
            .strip();
    var http = new HttpText(response.text("protocol").orElse("HTTP/1.1"), status);
    response
        .at("headers")
        .map(Json::members)
        .orElse(Map.of())
        .forEach((name, values) ->
            values
                .items()
                .forEach(value -> http.field(HttpText.name(name), Json.bytes(Optional.of(value)))));
    return http.withBody(body);
  }

  private static List<CertificateLink> chain(Json service) {
    var shown = service.at("tls", "certificates");
    List<String> digests = new ArrayList<>();
    shown
        .flatMap(it -> it.text("leaf_fp_sha_256"))
        .or(() -> service.text("certificate"))
        .ifPresent(digests::add);
    if (!digests.isEmpty()) {
      shown
          .flatMap(it -> it.at("chain_fps_sha_256"))
          .map(Json::items)
          .orElse(List.of())
          .forEach(it -> digests.add(it.text().orElse("")));
    }
    return named(digests);
  }

  private static List<CertificateLink> named(List<String> digests) {
    List<CertificateLink> links = new ArrayList<>();
    for (String digest : digests) {
      var id = CertificateId.ofSha256(Values.digest(digest, 64));
      links.add(new CertificateLink(links.size() + 1, id, Optional.empty()));
    }
    return links;
  }
}
