package org.testigo.scans;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.ScanTime;

/// Where the parts of a banner stand in the JSON lines of a scanner, as a file of the user says:
///
///     title: Our own scanner
///     address: host.ip          # the keys on the way to the value, with a dot between them
///     port: port
///     banner: response
///     bannerSpelling: base64    # text, base64, hex or escaped; text where it is not said
///     time: when
///     timeForm: epoch-seconds   # iso, epoch-seconds or epoch-millis; iso where it is not said
///     protocol: service
///     certificates: tls.pem     # one text or an array, in PEM or base64 of DER
///     jarm: tls.jarm
///     ja3s: tls.ja3s
///
/// It is YAML of the plainest kind: a name and a value on each line, comments behind `#`. Only
/// `address` and one of `banner`, `certificates`, `jarm` and `ja3s` must be there.
public final class BannerMapping {
  private static final int MAX_LINES = 200;
  private static final Set<String> NAMES =
      Set.of(
          "title",
          "address",
          "port",
          "banner",
          "bannerSpelling",
          "time",
          "timeForm",
          "protocol",
          "certificates",
          "jarm",
          "ja3s");

  /// How the banner is written.
  enum Spelling {
    TEXT,
    BASE64,
    HEX,
    /// With `\r`, `\n`, `\xNN`.
    ESCAPED
  }

  /// How the time is written.
  enum TimeForm {
    ISO,
    EPOCH_SECONDS,
    EPOCH_MILLIS
  }

  private final Map<String, String> values;
  private final Spelling spelling;
  private final TimeForm timeForm;

  private BannerMapping(Map<String, String> values) {
    this.values = Map.copyOf(values);
    this.spelling = choice(Spelling.values(), values.getOrDefault("bannerSpelling", "text"));
    this.timeForm = choice(TimeForm.values(), values.getOrDefault("timeForm", "iso"));
  }

  /// Reads a mapping.
  ///
  /// @throws MalformedException with the line where something is wrong in the sentence
  public static BannerMapping parse(String text) {
    Map<String, String> values = new HashMap<>();
    List<String> lines = text.lines().limit(MAX_LINES + 1L).toList();
    if (lines.size() > MAX_LINES) throw new MalformedException(-1, "more than 200 lines");
    for (int i = 0; i < lines.size(); i++) readLine(lines.get(i), i + 1, values);
    if (!values.containsKey("address")) {
      throw new MalformedException(-1, "the mapping does not say where the address stands");
    }
    var evidence = new HashSet<>(Set.of("banner", "certificates", "jarm", "ja3s"));
    evidence.retainAll(values.keySet());
    if (evidence.isEmpty()) {
      throw new MalformedException(
          -1, "the mapping says nothing of banner, certificates, jarm or ja3s");
    }
    return new BannerMapping(values);
  }

  private static void readLine(String written, int number, Map<String, String> values) {
    String line = withoutComment(written).strip();
    if (line.isEmpty() || line.equals("---")) return;
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon).strip();
    String value = colon < 0 ? "" : unquoted(line.substring(colon + 1).strip());
    boolean isNested = Character.isWhitespace(written.charAt(0));
    if (colon < 0 || value.isEmpty() || isNested || !NAMES.contains(name)) {
      throw new MalformedException(
          -1,
          "line %d, %s, expected a name of a mapping and its value"
              .formatted(number, Quoted.of(line)));
    }
    if (values.put(name, value) != null) {
      throw new MalformedException(-1, "line %d, %s stands twice".formatted(number, name));
    }
  }

  private static String withoutComment(String line) {
    if (line.startsWith("#")) return "";
    int comment = line.indexOf(" #");
    return comment < 0 ? line : line.substring(0, comment);
  }

  private static String unquoted(String value) {
    boolean isQuoted =
        value.length() > 1
            && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  private static <E extends Enum<E>> E choice(E[] all, String written) {
    String name = written.toUpperCase(Locale.ROOT).replace('-', '_');
    for (E one : all) {
      if (one.name().equals(name)) return one;
    }
    throw Values.malformed(
        written,
        String.join(
            ", ",
            Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList()));
  }

  String title() {
    return values.getOrDefault("title", "One JSON object per banner");
  }

  Spelling spelling() {
    return spelling;
  }

  /// The path of a part as [Heads#paths] writes it; empty where the mapping does not have it.
  String path(String name) {
    return values.getOrDefault(name, "").replace('.', '/');
  }

  /// What stands in an entry for a name of the mapping.
  Optional<Json> of(Json entry, String name) {
    String path = values.getOrDefault(name, "");
    if (path.isEmpty()) return Optional.empty();
    Optional<Json> value = Optional.of(entry);
    for (String key : path.split("\\.", -1)) value = value.flatMap(it -> it.at(key));
    return value;
  }

  Optional<ScanTime> time(Json entry) {
    return of(entry, "time")
        .flatMap(Json::text)
        .map(written ->
            switch (timeForm) {
              case ISO -> Times.iso(written);
              case EPOCH_SECONDS -> Times.epochSeconds(whole(written));
              case EPOCH_MILLIS -> Times.epochMillis(whole(written));
            });
  }

  private static long whole(String written) {
    return Json.Numbers.whole(written)
        .orElseThrow(() -> Values.malformed(written, "a whole number of the time"));
  }
}
