package org.testigo.scans;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// A value of JSON that keeps the bytes of its texts as they stood, so that an answer inside can be
/// given byte for byte. Read by [JsonReader].
sealed interface Json {

  /// What stands under a key of an object; nothing for another value, for a key that is not there
  /// and for `null`.
  default Optional<Json> at(String key) {
    return Optional.empty();
  }

  /// What stands under a path of keys, such as `data`, `http`, `result`.
  default Optional<Json> at(String key, String... more) {
    Optional<Json> value = at(key);
    for (String next : more) value = value.flatMap(it -> it.at(next));
    return value;
  }

  /// The elements of an array; none for another value.
  default List<Json> items() {
    return List.of();
  }

  /// The members of an object in their order; none for another value.
  default Map<String, Json> members() {
    return Map.of();
  }

  /// A text, or a number as it is written; nothing for another value.
  default Optional<String> text() {
    return Optional.empty();
  }

  default Optional<Text> asText() {
    return this instanceof Text text ? Optional.of(text) : Optional.empty();
  }

  default Optional<String> text(String key) {
    return at(key).flatMap(Json::text);
  }

  /// A whole number, written as a number or as a text; nothing for another value.
  default Optional<Long> whole() {
    return text().flatMap(Numbers::whole);
  }

  default Optional<Long> whole(String key) {
    return at(key).flatMap(Json::whole);
  }

  /// The bytes of a text; none where it is missing or another value.
  static byte[] bytes(Optional<Json> text) {
    return text.flatMap(Json::asText).map(Text::bytes).orElse(new byte[0]);
  }

  /// Members by key, in their order. A key stands once.
  record ObjectValue(Map<String, Json> members) implements Json {
    @Override
    public Optional<Json> at(String key) {
      Json value = members.get(key);
      return value == null || value == Plain.NULL ? Optional.empty() : Optional.of(value);
    }
  }

  /// Elements in their order.
  record ArrayValue(List<Json> items) implements Json {}

  /// A text between its quotes.
  ///
  /// @param from of the first byte behind the quote
  /// @param to of the closing quote
  /// @param isEscaped whether a backslash stands in it
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Text(byte[] line, int from, int to, boolean isEscaped) implements Json {
    /// The bytes that it stands for; see [JsonText].
    byte[] bytes() {
      return JsonText.bytes(this);
    }

    @Override
    public Optional<String> text() {
      return Optional.of(new String(bytes(), StandardCharsets.UTF_8));
    }
  }

  /// A number as it is written.
  record NumberValue(String written) implements Json {
    @Override
    public Optional<String> text() {
      return Optional.of(written);
    }
  }

  /// The three words of JSON.
  enum Plain implements Json {
    TRUE,
    FALSE,
    NULL
  }

  /// Numbers from texts of the evidence.
  final class Numbers {
    /// More digits than a 64-bit number has; also keeps an exponent from growing.
    private static final int MAX_CHARACTERS = 24;

    private Numbers() {}

    /// A whole number as such programs write it: `80`, `1.6e9`, `12.0`.
    static Optional<Long> whole(String written) {
      return decimal(written).flatMap(Numbers::exact);
    }

    static Optional<BigDecimal> decimal(String written) {
      if (written.isEmpty() || written.length() > MAX_CHARACTERS) return Optional.empty();
      try {
        var number = new BigDecimal(written);
        return Math.abs((long) number.scale()) <= MAX_CHARACTERS
            ? Optional.of(number)
            : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    private static Optional<Long> exact(BigDecimal number) {
      try {
        return Optional.of(number.longValueExact());
      } catch (ArithmeticException e) {
        return Optional.empty();
      }
    }
  }

  /// A value that must be there.
  static <T> T required(Optional<T> value, String what) {
    return value.orElseThrow(() -> new MalformedException(-1, "%s is missing".formatted(what)));
  }
}
