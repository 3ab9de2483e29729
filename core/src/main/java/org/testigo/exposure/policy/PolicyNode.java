package org.testigo.exposure.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.testigo.model.Text;

/// A value of a file of rules: a text, a list or a map of such values. No type, tag or class of the
/// document is made, and aliases are refused.
///
/// @param place in the file, such as `rules[1].allow`; empty for the whole
record PolicyNode(String place, Object value) {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int MOST_DEPTH = 24;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new FailsafeSchema())
          .setTagConstructors(Map.of(Tag.NULL, node -> ""))
          .setAllowDuplicateKeys(false)
          .setAllowRecursiveKeys(false)
          .setMaxAliasesForCollections(0)
          .setCodePointLimit(MOST_CHARACTERS)
          .build();

  static PolicyNode read(byte[] bytes) throws RefusedPolicyException {
    try {
      String yaml = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      refuseDeep(yaml);
      Object root = new Load(SETTINGS).loadFromString(yaml);
      return new PolicyNode("", root == null ? "" : root);
    } catch (CharacterCodingException e) {
      throw refused("not-yaml", "UTF-8");
    } catch (YamlEngineException e) {
      throw refused("not-yaml", String.valueOf(e.getMessage()).replaceAll("\\R *", " "));
    }
  }

  /// The levels are counted before anything is made of them, which takes the stack.
  private static void refuseDeep(String yaml) throws RefusedPolicyException {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias -> throw refused("not-yaml", "*alias");
        default -> {}
      }
      if (depth > MOST_DEPTH) throw refused("not-yaml", "> " + MOST_DEPTH);
    }
  }

  static RefusedPolicyException refused(String key, Object... arguments) {
    return new RefusedPolicyException(Text.of(PolicyFile.class, key, arguments));
  }

  String text() throws RefusedPolicyException {
    if (value instanceof String text && !text.isBlank()) return text;
    throw refused("expected-text", shownPlace());
  }

  private String shownPlace() {
    return place.isEmpty() ? "/" : place;
  }

  /// The items of a list; a single value is a list of one.
  List<PolicyNode> items() {
    if (!(value instanceof List<?> list)) return List.of(this);
    var items = new ArrayList<PolicyNode>();
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      items.add(new PolicyNode(place + "[" + i + "]", item == null ? "" : item));
    }
    return items;
  }

  List<String> texts() throws RefusedPolicyException {
    var texts = new ArrayList<String>();
    for (PolicyNode item : items()) texts.add(item.text());
    return texts;
  }

  Optional<PolicyNode> find(String key) throws RefusedPolicyException {
    Object found = map().get(key);
    return found == null ? Optional.empty() : Optional.of(new PolicyNode(below(key), found));
  }

  PolicyNode at(String key) throws RefusedPolicyException {
    var found = find(key);
    if (found.isEmpty()) throw refused("missing", below(key));
    return found.get();
  }

  String textOrEmpty(String key) throws RefusedPolicyException {
    var found = find(key);
    return found.isEmpty() ? "" : found.get().text();
  }

  List<String> textsOrNone(String key) throws RefusedPolicyException {
    var found = find(key);
    return found.isEmpty() ? List.of() : found.get().texts();
  }

  /// A misspelt key would be a rule that nobody holds.
  void refuseOtherKeysThan(Set<String> known) throws RefusedPolicyException {
    for (Object key : map().keySet())
      if (!known.contains(String.valueOf(key)))
        throw refused(
            "unknown-key", below(String.valueOf(key)), String.join(", ", new TreeSet<>(known)));
  }

  private Map<?, ?> map() throws RefusedPolicyException {
    if (value instanceof Map<?, ?> map) return map;
    throw refused("expected-map", shownPlace());
  }

  private String below(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
