package org.testigo.artifacts.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.testigo.artifacts.Readings;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.HttpExchange;
import org.testigo.model.HttpExchange.HeaderField;
import org.testigo.model.HttpExchange.Request;
import org.testigo.model.Location;

/// Entries of `http` as requests with their answers. Names and passwords of a log-in are left out.
final class ZeekExchanges {
  private ZeekExchanges() {}

  static void observe(LogRow entry, Location place, Readings readings) {
    var conversation = ZeekFlows.conversation(entry, Transport.TCP);
    var status = entry.whole("status_code").filter(code -> code >= 0 && code < 1_000);
    var exchange =
        new HttpExchange(
            conversation,
            request(entry),
            status.map(code -> OptionalInt.of(code.intValue())).orElse(OptionalInt.empty()),
            List.of());
    readings.observed(exchange, place, ZeekFlows.started(entry));
  }

  private static Optional<Request> request(LogRow entry) {
    var fields = new ArrayList<HeaderField>();
    add(fields, "Host", entry.text("host"));
    add(fields, "User-Agent", entry.text("user_agent"));
    add(fields, "Referer", entry.text("referrer"));
    add(fields, "Origin", entry.text("origin"));
    return entry
        .text("method")
        .map(method -> new Request(method, entry.text("uri").orElse(""), fields));
  }

  private static void add(List<HeaderField> fields, String name, Optional<String> value) {
    value.ifPresent(text -> fields.add(new HeaderField(name, text)));
  }
}
