package org.testigo.formats.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.formats.json.JsonValue.ListValue;
import org.testigo.formats.json.JsonValue.NumberValue;
import org.testigo.formats.json.JsonValue.ObjectValue;
import org.testigo.formats.json.JsonValue.TextValue;
import org.testigo.formats.json.JsonValue.Word;
import org.testigo.model.MalformedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON value. A key that stands twice in an object is refused, since readers disagree on
/// which of the two counts.
public final class JsonReader {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_TEXT_CHARACTERS = 4_000_000;
  private static final int MAX_NUMBER_CHARACTERS = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT_CHARACTERS)
                  .maxNumberLength(MAX_NUMBER_CHARACTERS)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /// @throws MalformedException with the offset in the bytes where they are no JSON value, hold
  ///   more than one, or go beyond a limit
  public static JsonValue read(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      var value = new JsonReader(parser).value(parser.nextToken());
      if (parser.nextToken() != null) throw malformed(parser, "more than one JSON value");
      return value;
    } catch (JacksonException e) {
      var location = e.getLocation();
      throw new MalformedException(
          location == null ? 0 : Math.max(0, location.getByteOffset()),
          "no JSON: " + e.getOriginalMessage());
    }
  }

  private static MalformedException malformed(JsonParser parser, String detail) {
    return new MalformedException(parser.currentTokenLocation().getByteOffset(), detail);
  }

  @SuppressWarnings("NullAway") // the token is null at the end
  private JsonValue value(JsonToken token) {
    if (token == null) throw malformed(parser, "the JSON value ends early");
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> new TextValue(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new NumberValue(parser.getString());
      case VALUE_TRUE -> Word.TRUE;
      case VALUE_FALSE -> Word.FALSE;
      case VALUE_NULL -> Word.NULL;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw malformed(parser, "a JSON value expected, met " + token);
    };
  }

  private JsonValue object() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName())
      members.put(name, value(parser.nextToken()));
    return new ObjectValue(members);
  }

  private JsonValue list() {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) items.add(value(token));
    return new ListValue(items);
  }
}
