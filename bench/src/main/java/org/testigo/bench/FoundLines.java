package org.testigo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads `findings.jsonl` as another program would: only what the correctness of the benchmark
/// needs.
final class FoundLines {
  private static final JsonFactory JSON = new JsonFactory();

  private FoundLines() {}

  /// One finding.
  ///
  /// @param names what its indicators are said to indicate; empty for a finding without any
  record Line(String findingClass, List<String> names, long observations) {}

  static List<Line> read(Path findings) throws IOException {
    var lines = new ArrayList<Line>();
    for (String line : Files.readAllLines(findings)) lines.add(line(line));
    return lines;
  }

  private static Line line(String text) {
    String findingClass = "";
    var names = new ArrayList<String>();
    long observations = 0;
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      for (String field = json.nextName(); field != null; field = json.nextName()) {
        json.nextToken();
        switch (field) {
          case "class" -> findingClass = json.getString();
          case "indicators" -> readNames(json, names);
          case "observations" -> observations = readCount(json);
          default -> json.skipChildren();
        }
      }
    }
    return new Line(findingClass, List.copyOf(names), observations);
  }

  private static void readNames(JsonParser json, List<String> names) {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      for (String field = json.nextName(); field != null; field = json.nextName()) {
        json.nextToken();
        if (field.equals("name")) names.add(json.getString());
        else json.skipChildren();
      }
    }
  }

  private static long readCount(JsonParser json) {
    long count = 0;
    for (String field = json.nextName(); field != null; field = json.nextName()) {
      json.nextToken();
      if (field.equals("count")) count = json.getLongValue();
      else json.skipChildren();
    }
    return count;
  }
}
