package org.testigo.artifacts.network;

import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.formats.json.JsonReader;
import org.testigo.formats.json.JsonValue;
import org.testigo.formats.lines.LineReader.Line;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Makes entries of the lines of a log of Zeek, a table or JSON. What log it is says the log
/// itself, else its name, else its fields.
final class ZeekEntries {
  private static final Pattern NAME =
      Pattern.compile("(?s)(?:.*/)?((?:open_)?[a-z0-9]+)(?:[._-].*)?");

  private final ZeekTable table = new ZeekTable();
  private final String fileName;
  private Optional<String> jsonPath = Optional.empty();

  /// @param fileName as handed in
  ZeekEntries(String fileName) {
    this.fileName = fileName;
  }

  /// The entry; empty for a line of the header.
  ///
  /// @throws MalformedException where it does not follow its format
  /// @throws UnsupportedLayoutException where the file is no log of Zeek
  Optional<LogRow> entry(Line line) {
    String text = line.text();
    // Some logs were shifted by whoever stored them.
    if (text.stripLeading().startsWith("#")) {
      table.header(text.stripLeading());
      return Optional.empty();
    }
    if (table.hasFields()) return Optional.of(table.row(text));
    if (text.startsWith("{")) return Optional.of(json(line));
    if (jsonPath.isPresent()) throw new MalformedException(0, "no JSON object, expected one");
    throw new UnsupportedLayoutException(
        "line %d is neither of a header (#separator, #fields) nor a JSON object, expected a log of Zeek"
            .formatted(line.number()));
  }

  private LogRow json(Line line) {
    var entry = JsonReader.read(line.bytes());
    if (jsonPath.isEmpty())
      jsonPath = Optional.of(entry.text("_path").orElseGet(() -> byFields(entry)));
    return new JsonRow(entry);
  }

  private String byFields(JsonValue entry) {
    if (ZeekLogs.isKnown(ofName())) return "";
    if (entry.at("conn_state").isPresent()) return "conn";
    if (entry.at("qtype").isPresent() || entry.at("query").isPresent()) return "dns";
    if (entry.at("trans_depth").isPresent()) return "http";
    if (entry.at("certificate.serial").isPresent()) return "x509";
    if (entry.at("fuid").isPresent()) return "files";
    return entry.at("ssl_history").or(() -> entry.at("cipher")).isPresent() ? "ssl" : "";
  }

  /// Such as `conn`; empty where nothing tells it.
  String path() {
    String path = table.path().or(() -> jsonPath).orElse("");
    return withoutOpen(path.isEmpty() ? ofName() : path);
  }

  /// Whether the connections of the log had not ended when they were written down.
  boolean isOfOpenConnections() {
    return ofName().startsWith("open_") || table.path().orElse("").startsWith("open_");
  }

  private String ofName() {
    var name = NAME.matcher(fileName);
    return name.matches() ? name.group(1) : "";
  }

  private static String withoutOpen(String path) {
    return path.startsWith("open_") ? path.substring("open_".length()) : path;
  }
}
