package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// HTTP answers of Rapid7's Project Sonar, one JSON object per line:
///
///     {"vhost": "192.0.2.1", "host": "192.0.2.1", "data": "SFRUUC8xLjEg…"}
///
/// `data` is the base64 of the answer as it came over the wire, up to 150 KB; some copies hold the
/// answer itself as text, see [#answer]. `host` is the address; later runs add `ip`, `port` and
/// `path`, `vhost` is the name that was asked for. Keys come in any order. Where no port stands in
/// the line, the study of the file's name tells it: `…-https_get_8443`, `…-http`.
///
/// The line has no time: it is that of the file (`20131029-http.gz`).
@AutoService(ScanFormat.class)
public final class SonarHttp implements JsonFormat {
  /// In front of the first space of an answer stands the protocol or an element of a page.
  private static final int FIRST_SPACE_WITHIN = 256;

  private static final Pattern STUDY = Pattern.compile("http(s?)(?:_get_(\\d{1,5}))?");

  @Override
  public Spec spec() {
    return new Spec(
        "sonar-http",
        "Rapid7 Project Sonar, HTTP",
        List.of(
            new Carriage(Subject.ANSWER, Carriage.Spelling.BASE64),
            new Carriage(Subject.ANSWER, Carriage.Spelling.JSON_TEXT)),
        Order.SHOWS,
        List.of(
            "https://opendata.rapid7.com/sonar.http/",
            "https://github.com/citizenlab/spyware-scan/tree/master/ff/sonar-http"));
  }

  @Override
  public boolean fits(Set<String> paths) {
    return paths.contains("data")
        && paths.contains("host")
        && (paths.contains("vhost") || paths.contains("path"))
        && isFlat(paths);
  }

  /// Where the answer stands in front of the other keys and is longer than the head, only it is
  /// seen.
  @Override
  public boolean recognises(Head head) {
    var paths = Heads.paths(head.bytes());
    return JsonFormat.super.recognises(head)
        || Heads.isCut(head.bytes()) && paths.equals(Set.of("data"));
  }

  private static boolean isFlat(Set<String> paths) {
    return paths.stream().allMatch(path -> path.indexOf('/') < 0);
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    int port = portOf(file);
    return (entry, place, records) -> tell(entry, port, place, records);
  }

  private static void tell(Json entry, int port, Place place, Consumer<ScanRecord> records) {
    IpAddress address = address(entry);
    var data = Json.required(entry.at("data").flatMap(Json::asText), "data");
    new Service(address, entry.text("port").map(Values::port).orElse(port))
        .answer(answer(data), "http", true)
        .tell(place, records);
  }

  private static IpAddress address(Json entry) {
    return entry
        .text("ip")
        .flatMap(IpAddress::parse)
        .orElseGet(() -> Values.address(entry.text("host"), "host"));
  }

  /// Base64, or the answer itself where it cannot be base64: near its beginning stands a space, as
  /// behind the protocol of every status line, or it begins with a line break, as one with an empty
  /// status line does. What is neither is damaged base64 and is refused.
  static byte[] answer(Json.Text data) {
    if (!data.isEscaped()) {
      boolean isPlain = isPlain(data.line(), data.from(), data.to());
      return isPlain ? data.bytes() : Base64Bytes.of(data, "data");
    }
    return answer(data.bytes());
  }

  /// The same for text that stands outside of JSON.
  static byte[] answer(byte[] data) {
    boolean isPlain = isPlain(data, 0, data.length);
    return isPlain ? data : Base64Bytes.of(data, 0, data.length, "data");
  }

  private static boolean isPlain(byte[] bytes, int from, int to) {
    if (from < to && (bytes[from] == '\r' || bytes[from] == '\n')) return true;
    int end = Math.min(to, from + FIRST_SPACE_WITHIN);
    for (int i = from; i < end; i++) {
      if (bytes[i] == ' ') return true;
    }
    return false;
  }

  /// The port that the study in a file's name asked; 0 where it names none.
  static int portOf(String file) {
    Matcher study = STUDY.matcher(file);
    if (!study.find()) return 0;
    if (study.group(2) != null) {
      return Math.min(Integer.parseInt(study.group(2)), 65_535);
    }
    return study.group(1).isEmpty() ? 80 : 443;
  }
}
