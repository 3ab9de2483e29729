package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Reads YAML of strangers: every value is a text, a list or a map; no type, tag or class of the
/// document is made, and what nests, repeats or is large ends at a limit.
final class YamlReader {
  private static final int MAX_DEPTH = 24;
  private static final int MAX_ALIASES = 20;
  private static final int MAX_CHARACTERS = 1 << 20;

  /// The library makes a null of an empty value even under a schema that has none.
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new FailsafeSchema())
          .setTagConstructors(Map.of(Tag.NULL, node -> ""))
          .setAllowDuplicateKeys(false)
          .setAllowRecursiveKeys(false)
          .setMaxAliasesForCollections(MAX_ALIASES)
          .setCodePointLimit(MAX_CHARACTERS)
          .build();

  private YamlReader() {}

  /// @throws RefusedRuleException where it is no YAML
  static Node read(byte[] bytes) {
    try {
      String yaml = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      refuseDeep(yaml);
      Object root = new Load(SETTINGS).loadFromString(yaml);
      return new Node("", root == null ? "" : root);
    } catch (CharacterCodingException notUtf8) {
      throw new RefusedRuleException("not-yaml", "UTF-8");
    } catch (YamlEngineException broken) {
      throw new RefusedRuleException(
          "not-yaml", String.valueOf(broken.getMessage()).replaceAll("\\R *", " "));
    }
  }

  /// The levels are counted before anything is made of them, which takes the stack.
  private static void refuseDeep(String yaml) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias -> throw new RefusedRuleException("not-yaml", "*alias");
        default -> {}
      }
      if (depth > MAX_DEPTH) throw new RefusedRuleException("not-yaml", "> " + MAX_DEPTH);
    }
  }
}
