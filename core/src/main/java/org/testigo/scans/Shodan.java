package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Banners of Shodan: one JSON object per line in its downloads, or a host of its interface, whose
/// `data` is an array of banners.
///
///     {"ip_str": "192.0.2.1", "port": 443, "timestamp": "2023-07-15T08:18:18.281489",
///       "data": "HTTP/1.1 200 OK\r\n…", "http": {"html": …, "favicon": {"hash": …}},
///       "ssl": {"chain": ["-----BEGIN CERTIFICATE-----…"], "jarm": …, "ja3s": …}}
///
/// The answer is `data`; of HTTP, `http.html` is put behind it unless `data` ends with it already.
/// For other protocols `data` is partly Shodan's own prose, so where `opts.raw` keeps the bytes in
/// hexadecimal, those are the answer. Texts become bytes as UTF-8, whatever they were on the wire:
/// Shodan decoded them, and what it could not decode it wrote as `\xNN`, which stays as it is.
/// Times have no zone and are UTC.
@AutoService(ScanFormat.class)
public final class Shodan implements JsonFormat {

  @Override
  public Spec spec() {
    return new Spec(
        "shodan",
        "Shodan",
        List.of(
            // The header and the page stand apart, and a literal may begin in one and end in the
            // other.
            new Carriage(Subject.ANSWER, Carriage.Spelling.APART),
            new Carriage(Subject.ANSWER, Carriage.Spelling.JSON_TEXT),
            new Carriage(Subject.ANSWER, Carriage.Spelling.HEX),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.PEM),
            new Carriage(Subject.IMPORTED, Carriage.Spelling.JSON_TEXT)),
        Order.SHOWS,
        List.of("https://datapedia.shodan.io/banner.schema.html"));
  }

  @Override
  public boolean fits(Set<String> paths) {
    boolean isHost = paths.contains("data/ip_str") || paths.contains("data/_shodan/module");
    boolean isBanner = paths.contains("_shodan/module") || paths.contains("_shodan/crawler");
    return isHost || isBanner || paths.contains("ip_str") && paths.contains("port");
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    return Shodan::tell;
  }

  private static void tell(Json entry, Place place, Consumer<ScanRecord> records) {
    var data = entry.at("data");
    if (data.isPresent() && data.get() instanceof Json.ArrayValue banners) {
      JsonFormat.each(banners.items(), Shodan::tellBanner, place, records);
    } else {
      tellBanner(entry, place, records);
    }
  }

  private static void tellBanner(Json banner, Place place, Consumer<ScanRecord> records) {
    int port = Values.port(Json.required(banner.text("port"), "port"));
    var ssl = banner.at("ssl");
    new Service(address(banner), port)
        .at(banner.text("timestamp").map(Times::iso))
        .answer(answer(banner), protocol(banner), true)
        .chain(ssl.map(Shodan::chain).orElse(List.of()))
        .imported(Service.JARM, ssl.flatMap(it -> it.text("jarm")))
        .imported(Service.JA3S, ssl.flatMap(it -> it.text("ja3s")))
        .imported(Service.FAVICON, banner.at("http", "favicon", "hash").flatMap(Json::text))
        .tell(place, records);
  }

  /// `ip_str`; very old files only have `ip`, the address as a number.
  private static IpAddress address(Json banner) {
    var written = banner.text("ip_str");
    return written.isPresent()
        ? Values.address(written.get())
        : banner
            .whole("ip")
            .filter(number -> number >= 0 && number <= 0xffff_ffffL)
            .map(number -> new IpAddress(false, 0, number))
            .orElseGet(() -> Values.address(banner.text("ip"), "ip_str"));
  }

  private static byte[] answer(Json banner) {
    byte[] data = Json.bytes(banner.at("data"));
    if (banner.at("http").isPresent()) {
      byte[] html = Json.bytes(banner.at("http", "html"));
      return endsWith(data, html) ? data : HttpText.joined(data, html);
    }
    var raw = banner.at("opts", "raw").flatMap(Json::text);
    return raw.isPresent() ? Values.unhexed(raw.get(), "opts.raw") : data;
  }

  private static boolean endsWith(byte[] data, byte[] html) {
    int from = data.length - html.length;
    return from >= 0 && Arrays.equals(data, from, data.length, html, 0, html.length);
  }

  private static String protocol(Json banner) {
    if (banner.at("http").isPresent()) return "http";
    return banner.at("_shodan", "module").flatMap(Json::text).orElse("");
  }

  private static List<CertificateLink> chain(Json ssl) {
    List<byte[]> ders = new ArrayList<>();
    for (Json pem : ssl.at("chain").map(Json::items).orElse(List.of())) {
      ders.addAll(Certificates.ofPem(Json.required(pem.text(), "a text in ssl.chain")));
    }
    return Certificates.chain(ders);
  }
}
