package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.patterns.StixPattern;
import org.testigo.indicators.patterns.UnmatchableException;
import org.testigo.model.MalformedException;
import org.testigo.model.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads bundles of STIX 2.0 and 2.1, and envelopes of TAXII, which hold the same objects.
///
/// Of the objects, `indicator` gives the values; `relationship` of the kind `indicates` and the
/// named objects at its other end (malware, campaign, threat actor, intrusion set, tool...) say
/// what a value indicates. An indicator without such a relationship is named by its own `name`.
///
/// `revoked` indicators are refused. `valid_from` is not looked at: published packs set it to the
/// day of export. `valid_until` is kept and only labels.
///
/// Known from: STIX 2.1, <https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html>.
@AutoService(PackFormat.class)
public final class StixPack implements PackFormat {
  @Override
  public String name() {
    return "STIX 2";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean recognises(PackFile file) {
    var names = file.outerNames();
    return names.contains("objects")
        || names.contains("spec_version")
        || !names.isEmpty() && file.hasSuffix(".stix2", ".stix");
  }

  @Override
  public void read(PackFile file, PackSink sink) {
    var bundle = new Bundle();
    JsonPack.read(file, bundle::read);
    if (!bundle.hasObjects) throw new PackRefusedException(Text.of(PackFormat.class, "stix-empty"));
    bundle.pending.forEach(indicator -> bundle.give(indicator, sink));
  }

  /// An object as far as it matters here; every text empty where it has none.
  private static final class StixObject {
    private String type = "";
    private String id = "";
    private String name = "";
    private String pattern = "";
    private String patternType = "";
    private String validUntil = "";
    private String relationshipType = "";
    private String sourceRef = "";
    private String targetRef = "";
    private boolean revoked;

    private void set(String property, JsonParser parser) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_TRUE && property.equals("revoked")) revoked = true;
      else if (token == JsonToken.VALUE_STRING) setText(property, parser);
      else parser.skipChildren();
    }

    private void setText(String property, JsonParser parser) {
      switch (property) {
        case "type" -> type = known(parser.getString());
        case "id" -> id = parser.getString();
        case "name" -> name = parser.getString();
        case "pattern" -> pattern = parser.getString();
        case "pattern_type" -> patternType = known(parser.getString());
        case "valid_until" -> validUntil = parser.getString();
        case "relationship_type" -> relationshipType = known(parser.getString());
        case "source_ref" -> sourceRef = parser.getString();
        case "target_ref" -> targetRef = parser.getString();
        default -> {}
      }
    }

    /// Keeps one copy of the words that every object has.
    private static String known(String word) {
      return switch (word) {
        case "indicator" -> "indicator";
        case "relationship" -> "relationship";
        case "indicates" -> "indicates";
        case "stix" -> "stix";
        default -> word;
      };
    }
  }

  /// The objects of a bundle, gathered until all names are known: a relationship may come before
  /// what it relates.
  private static final class Bundle {
    private final List<StixObject> pending = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> indicated = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private boolean hasObjects;

    private void read(JsonParser parser) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) readObjects(parser);
      else if (first == JsonToken.START_OBJECT) readBundle(parser);
    }

    private void readBundle(JsonParser parser) {
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("objects") && value == JsonToken.START_ARRAY) readObjects(parser);
        else parser.skipChildren();
      }
    }

    private void readObjects(JsonParser parser) {
      hasObjects = true;
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        if (t == JsonToken.START_OBJECT) take(readObject(parser));
        else parser.skipChildren();
      }
    }

    private static StixObject readObject(JsonParser parser) {
      var object = new StixObject();
      for (String name = parser.nextName(); name != null; name = parser.nextName())
        object.set(name, parser);
      return object;
    }

    private void take(StixObject object) {
      switch (object.type) {
        case "indicator" -> pending.add(object);
        case "relationship" -> relate(object);
        default -> {
          if (!object.name.isEmpty()) names.put(object.id, object.name);
        }
      }
    }

    /// Published bundles put a relationship right behind its indicator, which needs no index.
    private void relate(StixObject object) {
      if (!object.relationshipType.equals("indicates") || object.revoked) return;
      String target = targets.computeIfAbsent(object.targetRef, same -> same);
      if (!pending.isEmpty() && isFirstOf(pending.getLast(), object))
        pending.getLast().targetRef = target;
      else indicated.computeIfAbsent(object.sourceRef, _ -> new ArrayList<>(1)).add(target);
    }

    private static boolean isFirstOf(StixObject indicator, StixObject relationship) {
      return indicator.targetRef.isEmpty() && indicator.id.equals(relationship.sourceRef);
    }

    private void give(StixObject object, PackSink sink) {
      Optional<Text> refusal = refusal(object);
      if (refusal.isPresent()) {
        sink.refuse(object.id, refusal.get());
        return;
      }
      try {
        givePattern(object, sink);
      } catch (UnmatchableException never) {
        sink.refuse(
            object.id,
            Text.of(PackFormat.class, "pattern-unmatchable", String.valueOf(never.getMessage())));
      } catch (MalformedException malformed) {
        sink.refuse(
            object.id,
            Text.of(
                PackFormat.class,
                "pattern-malformed",
                malformed.offsetBytes(),
                malformed.detail()));
      }
    }

    /// Nearly all patterns are plain equalities; only the others need the full language.
    private void givePattern(StixObject object, PackSink sink) {
      var validUntil = validUntil(object);
      String name = nameOf(object);
      var terms = EqualityPattern.parse(object.pattern);
      if (!terms.isEmpty()) {
        for (var term : terms)
          sink.add(new Indicator(term.value(), term.type(), name, validUntil, true));
        return;
      }
      var pattern = StixPattern.parse(object.pattern);
      for (var each : pattern.equalities()) {
        String type = EqualityPattern.canonical(each.path());
        sink.add(new Indicator(each.value(), type, name, validUntil, true));
      }
      if (pattern.equalities().isEmpty()) {
        var compiled = pattern.compile();
        String type = compiled.types().getFirst() + ":pattern";
        sink.add(new Indicator(object.pattern, type, name, validUntil, true), compiled);
      }
    }

    private static Optional<Text> refusal(StixObject object) {
      if (object.revoked) return Optional.of(Text.of(PackFormat.class, "revoked"));
      if (!object.patternType.isEmpty() && !object.patternType.equals("stix"))
        return Optional.of(Text.of(PackFormat.class, "pattern-type", object.patternType));
      if (object.pattern.isEmpty()) return Optional.of(Text.of(PackFormat.class, "no-pattern"));
      return Optional.empty();
    }

    private static Optional<Instant> validUntil(StixObject object) {
      if (object.validUntil.isEmpty()) return Optional.empty();
      try {
        return Optional.of(OffsetDateTime.parse(object.validUntil).toInstant());
      } catch (DateTimeException notATime) {
        return Optional.empty();
      }
    }

    /// What it indicates; of several, all in the order of the bundle.
    private String nameOf(StixObject object) {
      if (!indicated.containsKey(object.id))
        return names.getOrDefault(object.targetRef, object.name);
      var found = new LinkedHashSet<String>();
      addName(object.targetRef, found);
      for (String target : indicated.getOrDefault(object.id, List.of())) addName(target, found);
      return found.isEmpty() ? object.name : String.join(", ", found);
    }

    private void addName(String target, Set<String> found) {
      String name = names.getOrDefault(target, "");
      if (!name.isEmpty()) found.add(name);
    }
  }
}
