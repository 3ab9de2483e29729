package org.testigo.indicators.patterns;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of the test vectors as nodes.
final class JsonTree {
  private JsonTree() {}

  static StixNode read(Path file) {
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
      return value(parser, parser.nextToken());
    }
  }

  private static StixNode value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new StixNode.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new StixNode.Decimal(new BigDecimal(parser.getString()));
      case VALUE_TRUE -> new StixNode.Truth(true);
      case VALUE_FALSE -> new StixNode.Truth(false);
      case VALUE_NULL -> new StixNode.Null();
      default -> throw new IllegalStateException("no value starts with " + token);
    };
  }

  private static StixNode.Entries object(JsonParser parser) {
    Map<String, StixNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      entries.put(name, value(parser, parser.nextToken()));
    }
    return new StixNode.Entries(entries);
  }

  private static StixNode.Listing array(JsonParser parser) {
    List<StixNode> elements = new ArrayList<>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken())
      elements.add(value(parser, token));
    return new StixNode.Listing(elements);
  }
}
