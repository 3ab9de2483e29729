package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.testigo.indicators.Indicator;
import org.testigo.model.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads MISP events: their attributes and those of their objects, alone, in a response of the
/// interface, or several in a list.
///
/// Not taken, each with its reason: what is deleted; proposals (`ShadowAttribute`), which the
/// publisher has not accepted; attributes that name nothing that can be looked for (texts, ports,
/// links to reports).
///
/// `to_ids` says whether the publisher wants a value used for detection. It is off for links to
/// reports and for harmless names, but also for the servers of whole published events (the events
/// of Candiru and of Endless Mayfly have it off throughout). So a value without it is refused where
/// its category says that it is a reference (`External analysis`, `Internal reference`), and
/// otherwise loads with a note that qualifies every finding that rests on it.
///
/// Known from: MISP core format, <https://www.misp-standard.org/rfc/misp-standard-core.html>.
@AutoService(PackFormat.class)
public final class MispPack implements PackFormat {
  private static final Set<String> NAMES = Set.of("Event", "response", "Attribute", "Object");

  /// Lists of an event that hold no indicators of it.
  private static final Set<String> ASIDE =
      Set.of("RelatedEvent", "Galaxy", "Sighting", "Org", "Orgc", "Tag", "EventReport");

  @Override
  public String name() {
    return "MISP";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public boolean recognises(PackFile file) {
    return !Collections.disjoint(file.outerNames(), NAMES);
  }

  @Override
  public void read(PackFile file, PackSink sink) {
    JsonPack.read(
        file,
        parser -> {
          parser.nextToken();
          var event = new Event();
          event.readValue(parser);
          event.give(sink);
        });
  }

  /// An attribute as far as it matters here.
  private static final class Attribute {
    private String type = "";
    private String category = "";
    private String value = "";
    private String title = "";
    private boolean forDetection;
    private boolean deleted;
    private boolean proposed;

    private static Attribute read(JsonParser parser) {
      var attribute = new Attribute();
      for (String name = parser.nextName(); name != null; name = parser.nextName())
        attribute.set(name, parser);
      return attribute;
    }

    private void set(String property, JsonParser parser) {
      JsonToken token = parser.nextToken();
      switch (property) {
        case "type" -> type = text(parser, token);
        case "category" -> category = text(parser, token);
        case "value" -> value = text(parser, token);
        case "to_ids" -> forDetection = isTrue(parser, token);
        case "deleted" -> deleted = isTrue(parser, token);
        case "Event" -> title = Event.titleOf(parser);
        default -> parser.skipChildren();
      }
    }
  }

  private static String text(JsonParser parser, JsonToken token) {
    if (token.isScalarValue() && token != JsonToken.VALUE_NULL) return parser.getString();
    parser.skipChildren();
    return "";
  }

  /// Exports write flags as `true`, `1` and `"1"`.
  private static boolean isTrue(JsonParser parser, JsonToken token) {
    String word = text(parser, token).toLowerCase(Locale.ROOT);
    return word.equals("true") || word.equals("1");
  }

  /// An event, gathered until its title is known, and the events inside it.
  private static final class Event {
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private String title = "";

    /// The title of the event that a lone attribute says it comes from.
    private static String titleOf(JsonParser parser) {
      var event = new Event();
      event.readValue(parser);
      return event.title;
    }

    /// Reads the value at which the parser stands: an event, what wraps one, or a list of them.
    private void readValue(JsonParser parser) {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) readProperties(parser);
      else if (token == JsonToken.START_ARRAY) readList(parser);
    }

    private void readList(JsonParser parser) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        var inner = new Event();
        inner.readValue(parser);
        events.add(inner);
      }
    }

    private void readProperties(JsonParser parser) {
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken token = parser.nextToken();
        if (ASIDE.contains(name)) parser.skipChildren();
        else if (name.equals("info") && token == JsonToken.VALUE_STRING) title = parser.getString();
        else readMember(name, parser, token);
      }
    }

    private void readMember(String name, JsonParser parser, JsonToken token) {
      switch (name) {
        case "Attribute" -> readAttributes(parser, token, false);
        case "ShadowAttribute" -> readAttributes(parser, token, true);
        case "Object" -> readObjects(parser, token);
        case "Event", "response" -> readInner(parser);
        default -> parser.skipChildren();
      }
    }

    private void readInner(JsonParser parser) {
      var inner = new Event();
      inner.readValue(parser);
      events.add(inner);
    }

    private void readAttributes(JsonParser parser, JsonToken token, boolean proposed) {
      if (token != JsonToken.START_ARRAY) {
        parser.skipChildren();
        return;
      }
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        if (t != JsonToken.START_OBJECT) continue;
        var attribute = Attribute.read(parser);
        attribute.proposed = proposed;
        attributes.add(attribute);
      }
    }

    private void readObjects(JsonParser parser, JsonToken token) {
      if (token != JsonToken.START_ARRAY) {
        parser.skipChildren();
        return;
      }
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken())
        if (t == JsonToken.START_OBJECT) readObject(parser);
    }

    /// An object; when it is deleted, so are its attributes, wherever in it that is said.
    private void readObject(JsonParser parser) {
      int first = attributes.size();
      boolean deleted = false;
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken token = parser.nextToken();
        if (name.equals("deleted")) deleted = isTrue(parser, token);
        else if (name.equals("Attribute")) readAttributes(parser, token, false);
        else parser.skipChildren();
      }
      if (deleted)
        attributes.subList(first, attributes.size()).forEach(each -> each.deleted = true);
    }

    private void give(PackSink sink) {
      for (Attribute attribute : attributes) give(attribute, sink);
      for (Event event : events) {
        if (event.title.isEmpty()) event.title = title;
        event.give(sink);
      }
    }

    private void give(Attribute attribute, PackSink sink) {
      var refusal = refusal(attribute);
      refusal.ifPresent(why -> sink.refuse(attribute.value, why));
      String name = attribute.title.isEmpty() ? title : attribute.title;
      if (refusal.isEmpty())
        TypedValue.give(
            attribute.type,
            attribute.value,
            (type, value) ->
                new Indicator(value, type, name, Optional.empty(), attribute.forDetection),
            sink);
    }

    private static Optional<Text> refusal(Attribute attribute) {
      if (attribute.deleted) return Optional.of(Text.of(PackFormat.class, "deleted"));
      if (attribute.proposed) return Optional.of(Text.of(PackFormat.class, "proposed"));
      return TypedValue.isReference(attribute.category, attribute.forDetection)
          ? Optional.of(Text.of(PackFormat.class, "reference", attribute.category))
          : Optional.empty();
    }
  }
}
