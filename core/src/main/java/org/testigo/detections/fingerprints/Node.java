package org.testigo.detections.fingerprints;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.testigo.model.scan.Bytes;

/// A value of a rule's file: a text, a list or a map of such values.
///
/// @param place in the file, such as `all[1].header.name`; empty for the whole
record Node(String place, Object value) {

  boolean isText() {
    return value instanceof String;
  }

  boolean isList() {
    return value instanceof List<?>;
  }

  String text() {
    if (value instanceof String text) return text;
    throw new RefusedRuleException("expected-text", place);
  }

  /// One byte per character: `\r`, `\n`, `\xe9`. A list is joined, so that each line can stand on
  /// its own.
  Bytes bytes() {
    var joined = new StringBuilder();
    for (Node part : isList() ? items() : List.of(this)) joined.append(part.text());
    byte[] bytes = new byte[joined.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = joined.charAt(i);
      if (c > 0xff) throw new RefusedRuleException("expected-bytes", place, String.valueOf(c));
      bytes[i] = (byte) c;
    }
    return new Bytes(bytes);
  }

  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw new RefusedRuleException("expected-number", place, text());
    }
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      case String other -> throw new RefusedRuleException("expected-flag", place, other);
    };
  }

  LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeException e) {
      throw new RefusedRuleException("expected-date", place, text());
    }
  }

  /// The items of a list; a single value is a list of one.
  List<Node> items() {
    if (!(value instanceof List<?> list)) return List.of(this);
    var items = new ArrayList<Node>();
    for (int i = 0; i < list.size(); i++)
      items.add(new Node(place + "[" + i + "]", orEmpty(list.get(i))));
    return items;
  }

  List<String> texts() {
    return items().stream().map(Node::text).toList();
  }

  Node at(String key) {
    return find(key).orElseThrow(() -> new RefusedRuleException("missing", below(key)));
  }

  Optional<Node> find(String key) {
    Object found = map().get(key);
    return found == null ? Optional.empty() : Optional.of(new Node(below(key), found));
  }

  /// The text of a key; empty where it is missing.
  String textOrEmpty(String key) {
    return find(key).map(Node::text).orElse("");
  }

  /// The keys and values of a map in the order of the file.
  List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    map()
        .forEach((key, found) ->
            entries.add(
                new Entry(
                    String.valueOf(key), new Node(below(String.valueOf(key)), orEmpty(found)))));
    return entries;
  }

  /// A key and its value.
  record Entry(String key, Node value) {}

  /// A misspelt key would be a condition that nobody checks.
  Node refuseOtherKeysThan(Set<String> known) {
    for (Entry entry : entries())
      if (!known.contains(entry.key()))
        throw new RefusedRuleException(
            "unknown-key", entry.value().place(), String.join(", ", new TreeSet<>(known)));
    return this;
  }

  private Map<?, ?> map() {
    if (value instanceof Map<?, ?> map) return map;
    throw new RefusedRuleException("expected-map", place);
  }

  private String below(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  private static Object orEmpty(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? "" : value;
  }
}
