package org.testigo.reports.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.testigo.reports.Inert;

/// Writes HTML in which every text is escaped; there is no way to write markup from a value.
public final class Html {
  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /// Opens an element.
  ///
  /// @param attributes names and values in turn
  public Html open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  public Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /// An element without content.
  public Html empty(String tag, String... attributes) {
    start(tag, attributes);
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(attributes[i + 1]))
          .append('"');
    }
    out.append('>');
  }

  /// Words of ours.
  public Html text(String text) {
    out.append(escaped(Inert.visible(text)));
    return this;
  }

  /// A value of the evidence: set apart, so that its writing direction stays its own.
  public Html evidence(String value) {
    return open("bdi").text(value).close();
  }

  /// An element with words of ours.
  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  public Html items(String tag, List<String> texts, String... attributes) {
    open(tag, attributes);
    texts.forEach(text -> element("li", text));
    return close();
  }

  /// The style sheet, which is ours and holds no value.
  Html style(String css) {
    out.append("<style>").append(css).append("</style>");
    return this;
  }

  /// The script, which is ours and holds no value.
  Html script(String code) {
    out.append("<script>").append(code).append("</script>");
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) throw new IllegalStateException("still open: " + open);
    return "<!DOCTYPE html>\n" + out + "\n";
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
