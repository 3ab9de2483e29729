package org.testigo.indicators.packs;

import java.util.HashSet;
import java.util.Set;
import org.testigo.model.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// What the formats that are JSON share: a parser with limits, and a look at the outermost names.
///
/// Of a name that stands twice in an object the last value counts, as in most readers; nothing of
/// what is read here becomes more trusted by it.
final class JsonPack {
  /// Characters of one text; the longest published descriptions have some thousands.
  private static final int MAX_TEXT_CHARS = 1_000_000;

  private static final int MAX_DEPTH = 100;

  /// Outermost names that are looked at to tell formats apart.
  private static final int MAX_NAMES = 64;

  /// Names of which one format alone has each.
  private static final Set<String> TELLING =
      Set.of("objects", "Event", "response", "Attribute", "Object", "matching_attributes");

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT_CHARS)
                  .build())
          .build();

  private JsonPack() {}

  /// Work over a parser that stands before the first token.
  @FunctionalInterface
  interface Reading {
    void read(JsonParser parser);
  }

  /// Reads the whole file.
  ///
  /// @throws PackRefusedException where it is no JSON, ends early or goes beyond a limit
  static void read(PackFile file, Reading reading) {
    try (JsonParser parser = open(file)) {
      reading.read(parser);
      while (parser.nextToken() != null) parser.skipChildren();
    } catch (JacksonException malformed) {
      throw new PackRefusedException(
          Text.of(
              PackFormat.class,
              "json-malformed",
              malformed.getLocation() == null ? -1 : malformed.getLocation().getByteOffset(),
              String.valueOf(malformed.getOriginalMessage())));
    }
  }

  private static JsonParser open(PackFile file) {
    return FACTORY.createParser(ObjectReadContext.empty(), file.open());
  }

  /// The outermost names, or those of the first element of an outermost list, up to the first one
  /// that tells a format; nothing behind it is read, so that a file that is damaged further on is
  /// still recognised.
  static Set<String> names(PackFile file) {
    var names = new HashSet<String>();
    if (!looksLikeJson(file)) return names;
    try (JsonParser parser = open(file)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) addNames(parser, names);
    } catch (JacksonException malformed) {
      return names;
    }
    return names;
  }

  private static void addNames(JsonParser parser, Set<String> names) {
    while (names.size() < MAX_NAMES) {
      String name = parser.nextName();
      if (name == null) return;
      names.add(name);
      if (TELLING.contains(name)) return;
      parser.nextToken();
      parser.skipChildren();
    }
  }

  /// Whether the text begins as JSON objects and lists do.
  static boolean looksLikeJson(PackFile file) {
    char first = file.firstChar();
    return first == '{' || first == '[';
  }
}
