package org.testigo.indicators.packs;

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
    return FACTORY.createParser(ObjectReadContext.empty(), file.content());
  }

  /// Whether one of the outermost names, or of those of the first element of an outermost list, is
  /// one of these. A file that is damaged further on is still recognised.
  static boolean hasName(PackFile file, Set<String> names) {
    if (!looksLikeJson(file)) return false;
    try (JsonParser parser = open(file)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) first = parser.nextToken();
      return first == JsonToken.START_OBJECT && hasName(parser, names);
    } catch (JacksonException malformed) {
      return false;
    }
  }

  private static boolean hasName(JsonParser parser, Set<String> names) {
    for (int i = 0; i < MAX_NAMES; i++) {
      String name = parser.nextName();
      if (name == null) return false;
      if (names.contains(name)) return true;
      parser.nextToken();
      parser.skipChildren();
    }
    return false;
  }

  /// Whether the text begins as JSON objects and lists do.
  static boolean looksLikeJson(PackFile file) {
    char first = file.firstChar();
    return first == '{' || first == '[' || first == 0 && file.content().length > 0;
  }
}
