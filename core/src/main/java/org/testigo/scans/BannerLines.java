package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Dumps of one JSON object per banner. Without a mapping, those of Critical.IO (2012-2013):
///
///     {"ip": "192.0.2.1", "port": 22, "proto": "tcp", "name": "ssh", "banner": "SSH-2.0-…\r\n",
///       "t": {"$date": 1359698404000}, "_id": {"ip": "192.0.2.1", "h": "…", "p": 22}, "geo": {…}}
///
/// `banner` is the answer as text, which becomes bytes as UTF-8; bytes that Critical.IO could not
/// write it wrote as `\xNN`, which stays as it is, since a page may hold the same characters.
/// `t.$date` is in milliseconds since 1970-01-01T00:00:00Z. Other dumps are read with a
/// [BannerMapping].
@AutoService(ScanFormat.class)
public final class BannerLines implements JsonFormat {
  private static final BannerMapping CRITICAL_IO =
      BannerMapping.parse(
          """
          title: Critical.IO, and other dumps of one JSON object per banner
          address: ip
          port: port
          banner: banner
          time: t.$date
          timeForm: epoch-millis
          protocol: name
          """);

  private final BannerMapping mapping;

  /// Reads Critical.IO.
  public BannerLines() {
    this(CRITICAL_IO);
  }

  /// Reads what the mapping says: for a run, in front of the formats that announce themselves.
  public BannerLines(BannerMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public Spec spec() {
    return new Spec(
        "banner-lines",
        mapping.title(),
        List.of(
            new Carriage(Subject.ANSWER, spelling()),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.PEM),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.BASE64),
            new Carriage(Subject.IMPORTED, Carriage.Spelling.JSON_TEXT)),
        Order.SHOWS,
        List.of(
            "https://scans.io/study/sonar.cio",
            "https://github.com/citizenlab/spyware-scan/tree/master/ff/critical-io"));
  }

  private Carriage.Spelling spelling() {
    return switch (mapping.spelling()) {
      case TEXT -> Carriage.Spelling.JSON_TEXT;
      case BASE64 -> Carriage.Spelling.BASE64;
      case HEX -> Carriage.Spelling.HEX;
      case ESCAPED -> Carriage.Spelling.APART;
    };
  }

  @Override
  public boolean fits(Set<String> paths) {
    return paths.contains(mapping.path("address"))
        && List.of("banner", "certificates", "jarm", "ja3s").stream()
            .anyMatch(name -> paths.contains(mapping.path(name)));
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    return this::tell;
  }

  private void tell(Json entry, Place place, Consumer<ScanRecord> records) {
    var address =
        Values.address(mapping.of(entry, "address").flatMap(Json::text), mapping.path("address"));
    int port = mapping.of(entry, "port").flatMap(Json::text).map(Values::port).orElse(0);
    new Service(address, port)
        .at(mapping.time(entry))
        .answer(
            mapping.of(entry, "banner").flatMap(Json::asText).map(this::bytes).orElse(new byte[0]),
            mapping.of(entry, "protocol").flatMap(Json::text).orElse(""),
            true)
        .chain(chain(entry))
        .imported(Service.JARM, mapping.of(entry, "jarm").flatMap(Json::text))
        .imported(Service.JA3S, mapping.of(entry, "ja3s").flatMap(Json::text))
        .tell(place, records);
  }

  private byte[] bytes(Json.Text banner) {
    return switch (mapping.spelling()) {
      case TEXT -> banner.bytes();
      case BASE64 -> Base64Bytes.of(banner, "the banner");
      case HEX -> Values.unhexed(banner.text().orElse(""), mapping.path("banner"));
      case ESCAPED -> BinaryEdge.unescaped(banner.bytes());
    };
  }

  private List<CertificateLink> chain(Json entry) {
    var shown = mapping.of(entry, "certificates");
    if (shown.isEmpty()) return List.of();
    List<Json> texts =
        shown.get() instanceof Json.ArrayValue array ? array.items() : List.of(shown.get());
    List<byte[]> ders = new ArrayList<>();
    for (Json text : texts) {
      String written = Json.required(text.text(), "a text in " + mapping.path("certificates"));
      if (written.contains("-----BEGIN")) ders.addAll(Certificates.ofPem(written));
      else ders.add(der(written));
    }
    return Certificates.chain(ders);
  }

  private static byte[] der(String base64) {
    byte[] bytes = base64.getBytes(StandardCharsets.UTF_8);
    return Base64Bytes.of(bytes, 0, bytes.length, "the certificate");
  }
}
