package org.testigo.formats.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.HttpAnswer;

/// Reads an answer of HTTP/1 leniently, and says of each part where it stands.
///
/// - A line ends with a line feed; a carriage return before it belongs to the end.
/// - The first line is the status line where it begins with `HTTP` or has no colon; otherwise the
///   status line is missing and the line is a header field.
/// - The head ends at an empty line. Without one it ends where a line begins with `<`, or with the
///   answer.
/// - A line that begins with white space continues the field before it.
///
/// Never throws: after what it understood, everything is body.
public final class HttpReader {
  /// More serve no server.
  private static final int MAX_FIELDS = 1_000;

  private final byte[] bytes;
  private final List<HttpAnswer.Field> fields = new ArrayList<>();
  private int at;

  private HttpReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public static HttpAnswer read(Bytes raw) {
    return new HttpReader(raw.array()).answer(raw);
  }

  private HttpAnswer answer(Bytes raw) {
    var statusLine = statusLine();
    boolean headEnded = header();
    var head = Extent.between(0, at);
    var body = new BodyReader(raw, at).read(fields);
    return new HttpAnswer(raw, statusLine, fields, head, headEnded, body);
  }

  private HttpAnswer.StatusLine statusLine() {
    int next = lineEnd(0);
    int end = textEnd(0, next);
    boolean isMissing = !startsWithHttp() && indexOf(':', 0, end) > 0;
    if (isMissing) return StatusLineReader.read(bytes, 0);
    at = next;
    return StatusLineReader.read(bytes, end);
  }

  private boolean startsWithHttp() {
    return bytes.length >= 4
        && bytes[0] == 'H'
        && bytes[1] == 'T'
        && bytes[2] == 'T'
        && bytes[3] == 'P';
  }

  /// Whether the empty line was met.
  private boolean header() {
    while (at < bytes.length && fields.size() < MAX_FIELDS) {
      int next = lineEnd(at);
      int end = textEnd(at, next);
      if (end == at) {
        at = next;
        return true;
      }
      if (bytes[at] == '<') return false;
      if (isBlank(bytes[at]) && !fields.isEmpty()) continued(end, next);
      else fields.add(field(at, end, next));
      at = next;
    }
    return false;
  }

  private HttpAnswer.Field field(int from, int end, int next) {
    int colon = indexOf(':', from, end);
    int nameEnd = colon < 0 ? end : colon;
    String name = new String(bytes, from, nameEnd - from, ISO_8859_1);
    var value = value(Math.min(nameEnd + 1, end), end);
    return new HttpAnswer.Field(name, Extent.between(from, next), value);
  }

  private void continued(int end, int next) {
    var field = fields.removeLast();
    var line = Extent.between(field.line().offsetBytes(), next);
    fields.add(new HttpAnswer.Field(field.name(), line, value(field.value().offsetBytes(), end)));
  }

  private Extent value(int from, int end) {
    int start = from;
    int stop = end;
    while (start < stop && isBlank(bytes[start])) start++;
    while (stop > start && isBlank(bytes[stop - 1])) stop--;
    return Extent.between(start, stop);
  }

  /// Behind the line feed, or the end of the answer.
  private int lineEnd(int from) {
    int feed = indexOf('\n', from, bytes.length);
    return feed < 0 ? bytes.length : feed + 1;
  }

  /// Before the line feed and its carriage return.
  private int textEnd(int from, int next) {
    int end = next;
    if (end > from && bytes[end - 1] == '\n') end--;
    if (end > from && end < next && bytes[end - 1] == '\r') end--;
    return end;
  }

  private int indexOf(char wanted, int from, int to) {
    for (int i = from; i < to; i++) if (bytes[i] == wanted) return i;
    return -1;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
