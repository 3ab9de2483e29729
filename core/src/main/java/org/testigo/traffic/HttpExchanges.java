package org.testigo.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.testigo.formats.http.HttpHead;
import org.testigo.model.HttpExchange;
import org.testigo.model.HttpExchange.HeaderField;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.NetworkTraffic.NameSource;

/// Requests and answers of one connection: the first answer belongs to the first request.
final class HttpExchanges {
  private static final int MOST_WAITING = 64;
  private static final int MOST_FIELDS = 64;
  private static final int MOST_VALUE_CHARACTERS = 1024;
  private static final int MOST_TARGET_CHARACTERS = 8192;

  private final Flow flow;
  private final Emitter emitter;
  private final Deque<Asked> waiting = new ArrayDeque<>();

  private record Asked(HttpExchange.Request request, long frame, long nanos) {}

  HttpExchanges(Flow flow, Emitter emitter) {
    this.flow = flow;
    this.emitter = emitter;
    flow.protocol("http");
  }

  /// Takes the head of a request or an answer.
  void head(HttpHead head, long frame, long nanos) {
    if (head.isRequest()) request(head, frame, nanos);
    else answer(head, frame, nanos);
  }

  /// Bytes of the body; an answer to `HEAD`, and some by their number, have none.
  long bodyBytes(HttpHead head) {
    int status = head.status();
    boolean hasNone = !head.isRequest() && (status < 200 || status == 204 || status == 304);
    return hasNone ? 0 : head.bodyBytes();
  }

  private void request(HttpHead head, long frame, long nanos) {
    var target = cut(head.target(), MOST_TARGET_CHARACTERS);
    var request = new HttpExchange.Request(head.method(), target, fields(head));
    request.host().ifPresent(host -> flow.name(withoutPort(host), NameSource.HTTP_HOST));
    if (waiting.size() == MOST_WAITING) give(waiting.removeFirst());
    waiting.add(new Asked(request, frame, nanos));
    ClearIdentifiers.inRequest(request, flow, emitter, frame, nanos);
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean isPort = colon > 0 && colon > host.lastIndexOf(']') && host.indexOf(':') == colon;
    return isPort ? host.substring(0, colon) : host;
  }

  private void answer(HttpHead head, long frame, long nanos) {
    int status = head.status();
    boolean isInterim = status >= 100 && status < 200 && status != 101;
    if (isInterim) return;
    var asked = Optional.ofNullable(waiting.pollFirst());
    var exchange =
        new HttpExchange(
            Emitter.conversation(flow),
            asked.map(Asked::request),
            status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
            fields(head));
    long first = asked.map(Asked::nanos).orElse(0L);
    emitter.give(
        exchange,
        asked.map(Asked::frame).orElse(frame),
        first,
        Meaning.SENT,
        nanos,
        Meaning.ANSWERED);
  }

  private static List<HeaderField> fields(HttpHead head) {
    var fields = new ArrayList<HeaderField>();
    for (var field : head.fields()) {
      if (fields.size() == MOST_FIELDS) break;
      fields.add(new HeaderField(field.name(), value(field)));
    }
    return fields;
  }

  /// Of the secrets of a log-in only their kind is kept.
  private static String value(HttpHead.Field field) {
    var name = field.name().toLowerCase(Locale.ROOT);
    if (name.equals("authorization") || name.equals("proxy-authorization")) {
      int space = field.value().indexOf(' ');
      return space < 0 ? "(left out)" : field.value().substring(0, space) + " (left out)";
    }
    return cut(field.value(), MOST_VALUE_CHARACTERS);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private void give(Asked asked) {
    var exchange =
        new HttpExchange(
            Emitter.conversation(flow),
            Optional.of(asked.request()),
            OptionalInt.empty(),
            List.of());
    emitter.give(exchange, asked.frame(), asked.nanos(), Meaning.SENT);
  }

  /// No more answers will come.
  void finish() {
    waiting.forEach(this::give);
    waiting.clear();
  }
}
