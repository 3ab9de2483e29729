package org.testigo.formats.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value of JSON. What is asked of a value that is something else is simply not there.
public sealed interface JsonValue {

  /// What stands under a key of an object; nothing where it is `null`.
  default Optional<JsonValue> at(String key) {
    return Optional.empty();
  }

  /// What stands under a path of keys.
  default Optional<JsonValue> at(String key, String next) {
    return at(key).flatMap(value -> value.at(next));
  }

  /// The elements of a list; none of another value.
  default List<JsonValue> items() {
    return List.of();
  }

  /// A text, or a number as it is written.
  default Optional<String> text() {
    return Optional.empty();
  }

  default Optional<String> text(String key) {
    return at(key).flatMap(JsonValue::text);
  }

  /// The texts of a list, without what is none.
  default List<String> texts(String key) {
    return at(key).map(JsonValue::items).orElse(List.of()).stream()
        .flatMap(item -> item.text().stream())
        .toList();
  }

  /// Members by key, in their order.
  record ObjectValue(Map<String, JsonValue> members) implements JsonValue {
    public ObjectValue {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public Optional<JsonValue> at(String key) {
      return Optional.ofNullable(members.get(key)).filter(value -> value != Word.NULL);
    }
  }

  /// Elements in their order.
  record ListValue(List<JsonValue> items) implements JsonValue {
    public ListValue {
      items = List.copyOf(items);
    }
  }

  /// A text.
  record TextValue(String value) implements JsonValue {
    @Override
    public Optional<String> text() {
      return Optional.of(value);
    }
  }

  /// A number as it is written.
  record NumberValue(String written) implements JsonValue {
    @Override
    public Optional<String> text() {
      return Optional.of(written);
    }
  }

  /// The three words of JSON.
  enum Word implements JsonValue {
    TRUE,
    FALSE,
    NULL
  }
}
