package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.DistinguishedName;
import org.testigo.model.scan.FingerprintHit.Excerpt;
import org.testigo.model.scan.HttpAnswer;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.X509Certificate;

/// The texts of a service that files of Recog are for, by the kind that a file names.
///
/// - `http_header.server`, `.cookie`, `.wwwauth`: values of `Server`, `Set-Cookie`,
///   `WWW-Authenticate`; `html_title`: between the tags in the body.
/// - `ssh.banner`: behind `SSH-2.0-`; `ftp.banner`: behind the code 220.
/// - `favicon.md5`, and `tls.jarm` and every other kind that a scanner computed.
/// - `x509.subject`, `x509.issuer`: as Go prints names, the last part first.
final class RecogTexts {
  private static final Map<String, String> HEADERS =
      Map.of(
          "http_header.server", "Server",
          "http_header.cookie", "Set-Cookie",
          "http_header.wwwauth", "WWW-Authenticate");

  private static final Map<String, String> NAMES =
      Map.of(
          "2.5.4.3", "CN",
          "2.5.4.5", "SERIALNUMBER",
          "2.5.4.6", "C",
          "2.5.4.7", "L",
          "2.5.4.8", "ST",
          "2.5.4.9", "STREET",
          "2.5.4.10", "O",
          "2.5.4.11", "OU",
          "2.5.4.17", "POSTALCODE");

  /// Longer texts name no software.
  private static final int MAX_BYTES = 8_192;

  private RecogTexts() {}

  /// A text and where it stands.
  ///
  /// @param of as [org.testigo.model.scan.FingerprintHit.Excerpt]
  record Found(
      String text, String of, int offsetBytes, Bytes bytes, Optional<CertificateId> certificate) {}

  static boolean isOfAnswer(String kind) {
    return HEADERS.containsKey(kind)
        || List.of("html_title", "favicon.md5", "ssh.banner", "ftp.banner").contains(kind);
  }

  static List<Found> in(ServiceView service, String kind, Hashes hashes) {
    return switch (kind) {
      case "http_header.server", "http_header.cookie", "http_header.wwwauth" ->
          headers(service, HEADERS.getOrDefault(kind, ""));
      case "html_title" -> title(service);
      case "ssh.banner" -> banner(service, "SSH-", "-");
      case "ftp.banner" -> banner(service, "220", "");
      case "favicon.md5" -> values("answer", hashes.of(Hashes.FAVICON_MD5));
      case "x509.subject" -> subjects(service, false);
      case "x509.issuer" -> subjects(service, true);
      case "tls.jarm" -> values("imported", imported(service, "jarm"));
      default -> values("imported", imported(service, kind));
    };
  }

  private static List<Found> headers(ServiceView service, String name) {
    var found = new ArrayList<Found>();
    if (service.http().isEmpty()) return found;
    var http = service.http().get();
    for (HttpAnswer.Field field : http.fields())
      if (field.name().equalsIgnoreCase(name))
        add(found, http.raw(), field.value().offsetBytes(), field.value().endBytes());
    return found;
  }

  private static List<Found> title(ServiceView service) {
    var found = new ArrayList<Found>();
    if (service.http().isEmpty()) return found;
    var target = AnswerTarget.of(service);
    var marks = new BetweenMarks("", List.of(bytes("<title"), bytes(">")), bytes("</"), MAX_BYTES);
    marks
        .find(target)
        .ifPresent(extent -> {
          var citations = new Citations("answer", target.answer().raw());
          marks.cite(target, extent, citations);
          for (Excerpt cited : citations.excerpts())
            found.add(
                new Found(
                    marks.text(target, extent).strip(),
                    "answer",
                    cited.offsetBytes(),
                    cited.bytes(),
                    Optional.empty()));
        });
    return found;
  }

  /// The first line behind its beginning.
  ///
  /// @param mark up to which it is left out as well; empty for a space or hyphen
  private static List<Found> banner(ServiceView service, String start, String mark) {
    var found = new ArrayList<Found>();
    if (service.answer().isEmpty()) return found;
    var raw = service.answer().get().raw();
    byte[] begins = start.getBytes(ISO_8859_1);
    if (raw.length() <= begins.length || !ByteSearch.standsAt(raw.array(), 0, begins)) return found;
    int from = begins.length + 1;
    if (!mark.isEmpty())
      from = ByteSearch.indexOf(raw.array(), from, raw.length(), bytes(mark).array()) + 1;
    int end = from;
    while (end < raw.length() && raw.array()[end] != '\r' && raw.array()[end] != '\n') end++;
    if (from > 0 && from <= end) add(found, raw, from, end);
    return found;
  }

  private static void add(List<Found> found, Bytes raw, int from, int to) {
    if (to - from > MAX_BYTES) return;
    byte[] cut = Arrays.copyOfRange(raw.array(), from, to);
    found.add(new Found(new String(cut, UTF_8), "answer", from, new Bytes(cut), Optional.empty()));
  }

  private static List<String> imported(ServiceView service, String kind) {
    return service.imported().stream()
        .filter(one -> one.kind().equals(kind))
        .map(ImportedFingerprint::value)
        .toList();
  }

  private static List<Found> values(String of, List<String> values) {
    return values.stream()
        .map(value ->
            new Found(value, of, 0, bytes(of.equals("answer") ? "" : value), Optional.empty()))
        .toList();
  }

  private static List<Found> subjects(ServiceView service, boolean issuers) {
    var found = new ArrayList<Found>();
    for (X509Certificate certificate : service.chain()) {
      var name = issuers ? certificate.issuer() : certificate.subject();
      int at = name.extent().offsetBytes();
      found.add(
          new Found(printed(name), "certificate", at, name.der(), Optional.of(certificate.id())));
    }
    return found;
  }

  private static String printed(DistinguishedName name) {
    var printed = new StringBuilder();
    for (DistinguishedName.RelativeName part : name.parts().reversed()) {
      if (!printed.isEmpty()) printed.append(',');
      boolean isFirst = true;
      for (DistinguishedName.Attribute attribute : part.attributes()) {
        if (!isFirst) printed.append('+');
        printed.append(NAMES.getOrDefault(attribute.oid(), attribute.oid())).append('=');
        printed.append(attribute.value().replaceAll("([,+\"\\\\<>;])", "\\\\$1"));
        isFirst = false;
      }
    }
    return printed.toString();
  }

  private static Bytes bytes(String text) {
    return new Bytes(text.getBytes(ISO_8859_1));
  }
}
