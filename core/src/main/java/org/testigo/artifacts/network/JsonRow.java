package org.testigo.artifacts.network;

import java.util.List;
import java.util.Optional;
import org.testigo.formats.json.JsonValue;

/// An entry that is a JSON object. A dot in the name of a field may also stand for an object
/// inside, as in `id.orig_h`.
record JsonRow(JsonValue entry) implements LogRow {

  @Override
  public Optional<String> text(String field) {
    return at(field).flatMap(JsonValue::text).filter(text -> !text.isEmpty());
  }

  @Override
  public List<String> list(String field) {
    return at(field).map(JsonValue::items).orElse(List.of()).stream()
        .flatMap(item -> item.text().stream())
        .toList();
  }

  private Optional<JsonValue> at(String field) {
    var own = entry.at(field);
    int dot = field.indexOf('.');
    if (own.isPresent() || dot < 0) return own;
    return entry
        .at(field.substring(0, dot))
        .flatMap(in -> new JsonRow(in).at(field.substring(dot + 1)));
  }
}
