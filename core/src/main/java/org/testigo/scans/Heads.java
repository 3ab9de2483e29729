package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;

/// What the beginning of a file tells of its format.
final class Heads {
  /// Deeper keys tell no format.
  private static final int MAX_DEPTH = 8;

  private Heads() {}

  /// The keys of the first JSON value, as paths such as `data/http`; a level that is an array adds
  /// no name. Reads as far as the head goes, also where the value is cut off; nothing where
  /// something else begins the file.
  static Set<String> paths(Bytes head) {
    return new Paths(head.array()).paths();
  }

  /// Whether the first line is longer than the head.
  static boolean isCut(Bytes head) {
    for (byte b : head.array()) {
      if (b == '\n') return false;
    }
    return true;
  }

  /// The first line without its end; all bytes where no line ends.
  static String firstLine(Bytes head) {
    byte[] bytes = head.array();
    int from = Lines.behindMark(bytes, 0, bytes.length);
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') to++;
    return new String(
        bytes, from, Lines.beforeSpace(bytes, from, to) - from, StandardCharsets.UTF_8);
  }

  /// A walk over the tokens that never fails.
  private static final class Paths {
    private final byte[] bytes;
    private final Set<String> found = new HashSet<>();
    private final String[] names = new String[MAX_DEPTH];
    private final boolean[] isObject = new boolean[MAX_DEPTH];
    private int depth;
    private int at;
    private String lastText = "";

    Paths(byte[] bytes) {
      this.bytes = bytes;
      this.at = Lines.behindMark(bytes, 0, bytes.length);
    }

    Set<String> paths() {
      at = Lines.behindSpace(bytes, at, bytes.length);
      if (at == bytes.length || bytes[at] != '{' && bytes[at] != '[') return Set.of();
      do {
        step();
      } while (at < bytes.length && depth > 0);
      return found;
    }

    private void step() {
      switch (bytes[at]) {
        case '"' -> readText();
        case '{', '[' -> open(bytes[at++] == '{');
        case '}', ']' -> close();
        case ':' -> nameFound();
        default -> at++;
      }
    }

    private void open(boolean object) {
      if (depth < MAX_DEPTH) {
        isObject[depth] = object;
        names[depth] = "";
      }
      depth++;
    }

    private void close() {
      at++;
      depth--;
    }

    private void readText() {
      int first = ++at;
      boolean isEscaped = false;
      while (at < bytes.length && bytes[at] != '"') {
        isEscaped |= bytes[at] == '\\';
        at += bytes[at] == '\\' ? 2 : 1;
      }
      int end = Math.min(at, bytes.length);
      lastText = textOf(first, end, isEscaped);
      at = end + 1;
    }

    private String textOf(int first, int end, boolean isEscaped) {
      if (end - first > 80) return "";
      if (!isEscaped) return text(first, end);
      byte[] quoted = ("\"" + text(first, end) + "\"").getBytes(StandardCharsets.ISO_8859_1);
      try {
        return JsonReader.read(quoted).text().orElse("");
      } catch (MalformedException e) {
        return "";
      }
    }

    private String text(int first, int end) {
      return new String(bytes, first, end - first, StandardCharsets.ISO_8859_1);
    }

    private void nameFound() {
      at++;
      int level = depth - 1;
      if (level < 0 || level >= MAX_DEPTH || !isObject[level]) return;
      names[level] = lastText;
      var path = new StringBuilder();
      for (int i = 0; i <= level; i++) {
        if (!isObject[i]) continue;
        if (!path.isEmpty()) path.append('/');
        path.append(names[i]);
      }
      found.add(path.toString());
    }
  }
}
