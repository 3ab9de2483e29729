package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Hosts of the first Censys, up to 2020: an object per host with a key for each port.
///
///     {"ip": "192.0.2.1", "updated_at": "2020-06-08T05:11:03+00:00",
///       "80": {"http": {"get": {"status_line": "200 OK", "headers": {…}, "body": …}}},
///       "443": {"https": {"get": {…}, "tls": {"certificate": {"parsed": {
///         "fingerprint_sha256": …}}, "chain": […]}}}, "22": {"ssh": {"v2": {"banner": {"raw": …}}}}}
///
/// The HTTP answer is put together from its parts; `headers` is a map whose order and spelling are
/// lost, and `unknown` in it holds the names that Censys does not know. Of other protocols, the
/// banner is the answer. Certificates are known by their digests only. The time is that of the
/// host. Texts become bytes as UTF-8.
@AutoService(ScanFormat.class)
public final class CensysIpv4 implements JsonFormat {
  private static final Pattern SERVICE = Pattern.compile("\\d{1,5}/[a-z0-9_]+/.+");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  @Override
  public Spec spec() {
    return new Spec(
        "censys-ipv4",
        "Censys, hosts up to 2020",
        List.of(
            new Carriage(Subject.ANSWER, Carriage.Spelling.APART),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.APART)),
        Order.SHOWS,
        List.of("https://support.censys.io/hc/en-us/articles/360038761891"));
  }

  @Override
  public boolean fits(Set<String> paths) {
    return paths.stream().anyMatch(path -> SERVICE.matcher(path).matches());
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    return CensysIpv4::tell;
  }

  private static void tell(Json host, Place place, Consumer<ScanRecord> records) {
    IpAddress address = Values.address(host.text("ip"), "ip");
    var at = host.text("updated_at").map(Times::iso);
    var damage = new Damage();
    host.members()
        .forEach((key, protocols) -> {
          if (!PORT.matcher(key).matches()) return;
          protocols
              .members()
              .forEach((protocol, service) ->
                  damage.unless(() -> {
                    var told = new Service(address, Values.port(key)).at(at).chain(chain(service));
                    var page = service.at("get");
                    if (page.isPresent()) told.answer(page(page.get()), "http", false);
                    else banner(service).ifPresent(it -> told.answer(it.bytes(), protocol, true));
                    told.tell(place, records);
                  }));
        });
    damage.rethrow();
  }

  private static byte[] page(Json get) {
    byte[] body = Json.bytes(get.at("body"));
    var status = get.text("status_line").or(() -> get.text("status_code"));
    if (status.isEmpty() && get.at("headers").isEmpty()) return body;
    var http = new HttpText("HTTP/1.1", status.orElse(""));
    get.at("headers")
        .map(Json::members)
        .orElse(Map.of())
        .forEach((name, value) -> {
          if (name.equals("unknown")) value.items().forEach(it -> unknown(http, it));
          else http.field(HttpText.name(name), Json.bytes(Optional.of(value)));
        });
    return http.withBody(body);
  }

  private static void unknown(HttpText http, Json field) {
    http.field(HttpText.name(field.text("key").orElse("")), Json.bytes(field.at("value")));
  }

  /// The first `banner` in the order of the service's keys: a text, or an object with `raw`.
  private static Optional<Json.Text> banner(Json service) {
    var here = service.at("banner").flatMap(it -> it.at("raw").or(() -> Optional.of(it)));
    if (here.flatMap(Json::asText).isPresent()) return here.flatMap(Json::asText);
    return service.members().values().stream().flatMap(it -> banner(it).stream()).findFirst();
  }

  private static List<CertificateLink> chain(Json service) {
    List<CertificateLink> links = new ArrayList<>();
    var tls = service.at("tls");
    tls.flatMap(it -> it.at("certificate", "parsed")).ifPresent(it -> links.add(link(1, it)));
    if (links.isEmpty()) return links;
    for (Json next : tls.flatMap(it -> it.at("chain")).map(Json::items).orElse(List.of())) {
      links.add(link(links.size() + 1, Json.required(next.at("parsed"), "parsed of a chain")));
    }
    return links;
  }

  private static CertificateLink link(int position, Json parsed) {
    String sha256 = digest(parsed, "fingerprint_sha256", 64);
    String sha1 = digest(parsed, "fingerprint_sha1", 40);
    String md5 = digest(parsed, "fingerprint_md5", 32);
    if (sha256.isEmpty() && sha1.isEmpty() && md5.isEmpty()) {
      throw Values.malformed("", "a fingerprint of the certificate");
    }
    return new CertificateLink(
        position, new CertificateId(sha256, sha1, md5, ""), Optional.empty());
  }

  private static String digest(Json parsed, String key, int hexDigits) {
    return parsed.text(key).map(met -> Values.digest(met, hexDigits)).orElse("");
  }
}
