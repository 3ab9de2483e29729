package org.testigo.formats.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The head of a message of HTTP/1 as it went over a network: the first line and the fields, up to
/// the empty line. Bare line feeds are taken for line ends, too.
///
/// @param firstLine without its end
/// @param isRequest whether it asks; else it answers
/// @param fields in their order, values without white space around them
/// @param endOffset behind the empty line, relative to the array; the end of the bytes where there
///   is none
/// @param isWhole whether the empty line was there
public record HttpHead(
    String firstLine, boolean isRequest, List<Field> fields, int endOffset, boolean isWhole) {
  private static final int MOST_FIELDS = 256;
  private static final int LONGEST_METHOD = 20;

  public HttpHead {
    fields = List.copyOf(fields);
  }

  /// A line of the head.
  public record Field(String name, String value) {}

  /// Whether bytes begin as a request or an answer does; fewer than 12 bytes may not tell.
  public static boolean begins(byte[] bytes, int from, int to) {
    return beginsAnswer(bytes, from, to) || beginsRequest(bytes, from, to);
  }

  /// Whether bytes begin with `HTTP/` and a digit.
  public static boolean beginsAnswer(byte[] bytes, int from, int to) {
    return to - from >= 6
        && bytes[from] == 'H'
        && bytes[from + 1] == 'T'
        && bytes[from + 2] == 'T'
        && bytes[from + 3] == 'P'
        && bytes[from + 4] == '/'
        && bytes[from + 5] >= '0'
        && bytes[from + 5] <= '9';
  }

  /// Whether bytes begin with a method in capital letters, a space, and a target; and end their
  /// first line, where it is at hand, with `HTTP/`.
  public static boolean beginsRequest(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && at - from < LONGEST_METHOD && isMethodCharacter(bytes[at])) at++;
    if (at - from < 3 || at >= to || bytes[at] != ' ' || at + 1 >= to) return false;
    byte target = bytes[at + 1];
    if (target != '/' && target != '*' && !isLetterOrDigit(target) && target != '[') return false;
    int end = lineEnd(bytes, at, to);
    if (end < 0) return true;
    var line = new String(bytes, at, end - at, ISO_8859_1).stripTrailing();
    return line.matches("(?s).* HTTP/[0-9.]+");
  }

  private static boolean isMethodCharacter(byte b) {
    return b >= 'A' && b <= 'Z' || b == '-' || b == '_';
  }

  private static boolean isLetterOrDigit(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) if (bytes[i] == '\n') return i;
    return -1;
  }

  /// Reads what is at hand of a head.
  public static HttpHead read(byte[] bytes, int from, int to) {
    var fields = new ArrayList<Field>();
    int end = lineEnd(bytes, from, to);
    var first = line(bytes, from, end < 0 ? to : end);
    boolean isRequest = !beginsAnswer(bytes, from, to);
    int at = end < 0 ? to : end + 1;
    while (at < to) {
      end = lineEnd(bytes, at, to);
      var text = line(bytes, at, end < 0 ? to : end);
      at = end < 0 ? to : end + 1;
      if (text.isEmpty() && end >= 0) return new HttpHead(first, isRequest, fields, at, true);
      if (fields.size() < MOST_FIELDS) field(text, fields);
    }
    return new HttpHead(first, isRequest, fields, at, false);
  }

  private static String line(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    return new String(bytes, from, end - from, ISO_8859_1);
  }

  private static void field(String text, List<Field> fields) {
    boolean continues = !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(0) == '\t');
    if (continues && !fields.isEmpty()) {
      var before = fields.removeLast();
      fields.add(new Field(before.name(), before.value() + ' ' + text.strip()));
      return;
    }
    int colon = text.indexOf(':');
    if (colon > 0)
      fields.add(new Field(text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
  }

  /// The first value of a field.
  ///
  /// @param name in lower case
  public Optional<String> field(String name) {
    return fields.stream()
        .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
        .map(Field::value)
        .findFirst();
  }

  /// The method of a request.
  public String method() {
    return word(0);
  }

  /// The target of a request.
  public String target() {
    return word(1);
  }

  /// The status of an answer; 0 where it has none.
  public int status() {
    var word = word(1);
    return word.matches("[1-9][0-9]{2}") ? Integer.parseInt(word) : 0;
  }

  private String word(int index) {
    var words = firstLine.split(" +", 3);
    return index < words.length ? words[index] : "";
  }

  /// Bytes of the body that follows; -1 where only its end tells.
  public long bodyBytes() {
    if (field("transfer-encoding").isPresent()) return -1;
    var told = field("content-length").filter(text -> text.matches("[0-9]{1,18}"));
    if (told.isPresent()) return Long.parseLong(told.get());
    return isRequest ? 0 : -1;
  }
}
