package org.testigo.detections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testigo.indicators.names.NameScanner;
import org.testigo.indicators.names.WebAddress;
import org.testigo.model.MessageObject;

/// Finds the links of messages: those of the text, and those that the phone recorded beside it.
///
/// A name without a scheme counts as a link where it begins with `www.`, has a path, or ends like
/// most names of the web do. People forget the blank after a full stop, and `bien.me dijo` is no
/// link to Montenegro.
final class MessageLinks {
  /// How many links of one message are looked at; a message that people read has a few.
  static final int LIMIT = 32;

  /// Endings that make a name without scheme and path a link.
  private static final Set<String> USUAL_ENDINGS =
      Set.of(
          "com", "net", "org", "info", "biz", "online", "site", "website", "xyz", "top", "club",
          "click", "link", "app");

  private final Map<String, WebAddress> found = new LinkedHashMap<>();
  private boolean wasCut;
  private final NameScanner scanner = new NameScanner(this::add, email -> {});

  /// A link as it stands in the message, and taken apart.
  record Link(String text, WebAddress address) {
    boolean isEncrypted() {
      return !text.regionMatches(true, 0, "http://", 0, 7);
    }
  }

  /// All that a message ever said: its text, then what it said before edits and what was unsent.
  static String wholeText(MessageObject message) {
    if (message.earlierBodies().isEmpty()) return message.body();
    return message.body() + "\n" + String.join("\n", message.earlierBodies());
  }

  /// The links beside the text, then those of the whole text, each once, at most [#LIMIT].
  List<Link> of(MessageObject message) {
    String text = wholeText(message);
    if (message.links().isEmpty() && !mayHoldLink(text)) return List.of();
    found.clear();
    message.links().forEach(this::add);
    scanner.scan(text);
    var links = new ArrayList<Link>(found.size());
    found.forEach((written, address) -> links.add(new Link(written, address)));
    return links;
  }

  /// Whether a message so far had more links than [#LIMIT].
  boolean wasCut() {
    return wasCut;
  }

  /// Whether a letter or digit stands right after a full stop, or a scheme anywhere: without either
  /// there is no link, and most messages are done.
  private static boolean mayHoldLink(String body) {
    for (int dot = body.indexOf('.'); dot >= 0; dot = body.indexOf('.', dot + 1))
      if (dot + 1 < body.length() && Character.isLetterOrDigit(body.charAt(dot + 1))) return true;
    return body.contains("://");
  }

  private void add(String text) {
    if (found.containsKey(text)) return;
    if (found.size() >= LIMIT) {
      wasCut = true;
      return;
    }
    WebAddress.parse(text)
        .filter(address -> isLink(text, address))
        .ifPresent(a -> found.put(text, a));
  }

  private static boolean isLink(String text, WebAddress address) {
    if (text.contains("://")) return true;
    String host = address.host();
    if (host.indexOf('.') < 0 || address.address().isPresent()) return false;
    if (host.startsWith("www.") || address.rest().length() > 1) return true;
    return USUAL_ENDINGS.contains(host.substring(host.lastIndexOf('.') + 1));
  }
}
