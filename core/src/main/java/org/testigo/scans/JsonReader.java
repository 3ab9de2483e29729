package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.model.MalformedException;
import org.testigo.scans.Json.ArrayValue;
import org.testigo.scans.Json.NumberValue;
import org.testigo.scans.Json.ObjectValue;
import org.testigo.scans.Json.Plain;
import org.testigo.scans.Json.Text;

/// Reads one JSON value, such as a line of scan data, from bytes.
///
/// Follows RFC 8259 strictly but for one point: inside texts, bytes that are not UTF-8 are kept as
/// they are, because some scanners copied what a server answered without looking at it. A key that
/// stands twice is refused: readers disagree on which of the two counts, so the line proves
/// nothing. A byte order mark at the beginning is passed over. The bytes must not change while the
/// value is in use: texts are cut from them when they are asked for.
final class JsonReader {
  /// Nesting that no scan data comes near; the outermost value has depth 1.
  private static final int MAX_DEPTH = 500;

  /// Values in one line or document. The largest that are known, hosts of Censys, have some tens of
  /// thousands.
  private static final int MAX_VALUES = 2_000_000;

  private final byte[] bytes;
  private final int from;
  private final int to;
  private int at;
  private int values;

  private JsonReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.at = from;
  }

  /// @throws MalformedException with the offset from `from`
  static Json read(byte[] bytes, int from, int to) {
    return new JsonReader(bytes, from, to).whole();
  }

  static Json read(byte[] bytes) {
    return read(bytes, 0, bytes.length);
  }

  private Json whole() {
    at = Lines.behindMark(bytes, from, to);
    skipSpace();
    Json value = value(1);
    skipSpace();
    if (at < to) throw malformed("%s behind the value, expected its end".formatted(met()));
    return value;
  }

  private Json value(int depth) {
    if (depth > MAX_DEPTH) throw malformed("nested deeper than %d levels".formatted(MAX_DEPTH));
    if (++values > MAX_VALUES) throw malformed("more than %d values".formatted(MAX_VALUES));
    int first = at < to ? bytes[at] : -1;
    return switch (first) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", Plain.TRUE);
      case 'f' -> word("false", Plain.FALSE);
      case 'n' -> word("null", Plain.NULL);
      default -> number();
    };
  }

  private Json object(int depth) {
    at++;
    Map<String, Json> members = new LinkedHashMap<>();
    skipSpace();
    if (take('}')) return new ObjectValue(members);
    do {
      skipSpace();
      int keyAt = at;
      String key = key();
      skipSpace();
      expect(':');
      skipSpace();
      if (members.put(key, value(depth + 1)) != null) {
        at = keyAt;
        throw malformed("the key %s stands twice".formatted(Quoted.of(key)));
      }
      skipSpace();
    } while (take(','));
    expect('}');
    return new ObjectValue(members);
  }

  private String key() {
    if (at >= to || bytes[at] != '"') throw malformed(met() + ", expected the quote of a key");
    Text key = string();
    return key.isEscaped()
        ? new String(key.bytes(), StandardCharsets.UTF_8)
        : new String(bytes, key.from(), key.to() - key.from(), StandardCharsets.UTF_8);
  }

  private Json array(int depth) {
    at++;
    List<Json> items = new ArrayList<>();
    skipSpace();
    if (take(']')) return new ArrayValue(items);
    do {
      skipSpace();
      items.add(value(depth + 1));
      skipSpace();
    } while (take(','));
    expect(']');
    return new ArrayValue(items);
  }

  private Text string() {
    int first = ++at;
    boolean isEscaped = false;
    byte[] in = bytes;
    int place = at;
    for (; place < to; place++) {
      int b = in[place];
      if (b == '"') {
        at = place + 1;
        return new Text(in, first, place, isEscaped);
      }
      if (b == '\\') {
        isEscaped = true;
        at = place;
        place = behindEscape() - 1;
      } else if (b >= 0 && b < ' ') {
        at = place;
        throw malformed("%s inside a text, expected its escape".formatted(met()));
      }
    }
    at = to;
    throw malformed("a text without its closing quote");
  }

  /// Checks an escape.
  private int behindEscape() {
    int kind = at + 1 < to ? bytes[at + 1] : -1;
    return switch (kind) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> behindUnicodeEscape();
      default -> throw malformed("an unknown escape in a text");
    };
  }

  private int behindUnicodeEscape() {
    int end = at + 6;
    if (end > to) throw malformed("an escape \\u that is cut off");
    for (int i = at + 2; i < end; i++) {
      if (!isHex(bytes[i])) throw malformed("an escape \\u without four hexadecimal digits");
    }
    return end;
  }

  private static boolean isHex(int b) {
    return isDigit(b) || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F';
  }

  private Json word(String word, Plain value) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= to || bytes[at + i] != word.charAt(i)) throw malformed("not a word of JSON");
    }
    at += word.length();
    return value;
  }

  private Json number() {
    int first = at;
    take('-');
    int whole = digits();
    if (whole > 1 && bytes[at - whole] == '0') throw malformed("a number with a zero in front");
    if (take('.')) digits();
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      digits();
    }
    return new NumberValue(new String(bytes, first, at - first, StandardCharsets.US_ASCII));
  }

  private int digits() {
    int first = at;
    while (at < to && isDigit(bytes[at])) at++;
    if (at == first) throw malformed(met() + ", expected a value");
    return at - first;
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  private boolean take(char wanted) {
    if (at >= to || bytes[at] != wanted) return false;
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!take(wanted)) throw malformed("%s, expected '%c'".formatted(met(), wanted));
  }

  private void skipSpace() {
    while (at < to && isSpace(bytes[at])) at++;
  }

  private static boolean isSpace(int b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private String met() {
    return at < to ? "byte 0x%02x".formatted(bytes[at] & 0xff) : "the end";
  }

  private MalformedException malformed(String detail) {
    return new MalformedException(at - from, detail);
  }
}
