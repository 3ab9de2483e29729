package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Results of ZGrab 2.0, one JSON object per line:
///
///     {"ip": "192.0.2.1", "domain": "…", "data": {"<module>": {"status": "success",
///       "protocol": "http", "result": {…}, "timestamp": "2018-04-06T19:37:52Z"}}}
///
/// One service per module, and one more for each redirect that the same address gave. Of `http`,
/// `result.response` is put together again: `protocol.name`, `status_line`, `headers` (a map: the
/// order and the spelling of names are lost), `body`. An answer that was asked of another host,
/// where a redirect leads away, is not this address's and is left out. Of other modules, `banner`
/// (`server_id.raw` of SSH) is the answer. Certificates are the base64 DER under
/// `server_certificates`, at any depth of the module. ZGrab 1, which has no `result`, is read too.
///
/// Texts become bytes as UTF-8; what was not UTF-8 on the wire was replaced by U+FFFD when ZGrab
/// wrote it. The port is known only where the module, or the address of a request, says it.
@AutoService(ScanFormat.class)
public final class Zgrab2 implements JsonFormat {
  private static final Pattern MODULE =
      Pattern.compile("data/[^/]+/(status|result|response|server_certificates|banner)");

  @Override
  public Spec spec() {
    return new Spec(
        "zgrab2",
        "ZGrab 2.0",
        List.of(
            new Carriage(Subject.ANSWER, Carriage.Spelling.APART),
            new Carriage(Subject.ANSWER, Carriage.Spelling.JSON_TEXT),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.BASE64),
            new Carriage(Subject.IMPORTED, Carriage.Spelling.JSON_TEXT)),
        Order.SHOWS,
        List.of(
            "https://github.com/zmap/zgrab2",
            "https://github.com/zmap/zgrab2/tree/master/zgrab2_schemas"));
  }

  @Override
  public boolean fits(Set<String> paths) {
    return !paths.contains("ip_str")
        && paths.stream().anyMatch(path -> MODULE.matcher(path).matches());
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    return Zgrab2::tell;
  }

  private static void tell(Json entry, Place place, Consumer<ScanRecord> records) {
    IpAddress address = Values.address(entry.text("ip"), "ip");
    String domain = entry.text("domain").orElse("");
    var modules = Json.required(entry.at("data"), "data").members();
    var damage = new Damage();
    modules.forEach((name, module) ->
        damage.unless(() ->
            new Module(address, domain, name, module, entry.text("timestamp"), place, records)
                .tell()));
    damage.rethrow();
  }

  /// What one module of ZGrab says.
  private record Module(
      IpAddress address,
      String domain,
      String name,
      Json module,
      Optional<String> entryTime,
      Place place,
      Consumer<ScanRecord> records) {

    void tell() {
      Json result = module.at("result").orElse(module);
      var response = result.at("response");
      for (Json earlier : result.at("redirect_response_chain").map(Json::items).orElse(List.of())) {
        tellResponse(earlier, chain(earlier));
      }
      if (response.isPresent()) tellResponse(response.get(), chain(result));
      else tellBanner(result);
    }

    private void tellBanner(Json result) {
      var banner =
          result.at("server_id", "raw").or(() -> result.at("banner")).flatMap(Json::asText);
      service(module.text("port").map(Values::port).orElse(0))
          .answer(banner.map(Json.Text::bytes).orElse(new byte[0]), protocol(), true)
          .chain(chain(result))
          .imported(
              Service.JARM,
              protocol().equals("jarm") ? result.text("fingerprint") : Optional.empty())
          .tell(place, records);
    }

    private void tellResponse(Json response, List<CertificateLink> chain) {
      var asked = ZgrabRequest.of(response);
      if (!asked.isOf(address, domain)) return;
      service(asked.port().or(() -> module.text("port").map(Values::port)).orElse(0))
          .answer(ZgrabResponse.raw(response), "http", ZgrabResponse.isOrderKnown(response))
          .chain(chain)
          .tell(place, records);
    }

    private Service service(int port) {
      return new Service(address, port)
          .at(module.text("timestamp").or(() -> entryTime).map(Times::iso));
    }

    private String protocol() {
      return module.text("protocol").orElse(name);
    }

    private static List<CertificateLink> chain(Json part) {
      return find(part).map(Module::links).orElse(List.of());
    }

    /// The first object of this name, in the order of the line; nesting is bounded by the reader.
    private static Optional<Json> find(Json part) {
      var here = part.at("server_certificates");
      if (here.isPresent()) return here;
      for (Json inner : part.members().values()) {
        var found = find(inner);
        if (found.isPresent()) return found;
      }
      return Optional.empty();
    }

    private static List<CertificateLink> links(Json shown) {
      List<byte[]> ders = new ArrayList<>();
      shown.at("certificate", "raw").ifPresent(raw -> ders.add(der(raw)));
      for (Json next : shown.at("chain").map(Json::items).orElse(List.of())) {
        ders.add(der(Json.required(next.at("raw"), "raw of a certificate in the chain")));
      }
      return Certificates.chain(ders);
    }

    private static byte[] der(Json raw) {
      return Base64Bytes.of(
          Json.required(raw.asText(), "raw of a certificate"), "raw of a certificate");
    }
  }
}
