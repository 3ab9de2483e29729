package org.testigo.indicators.patterns;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Observations for tests, written as JSON-like nodes.
final class NodeViews {
  static final Instant NOON = Instant.parse("2021-07-18T12:00:00Z");

  private NodeViews() {}

  /// An observation at noon with one object of type `a` that has these properties.
  static ObservationView of(Object... properties) {
    return at(0, 0, 1, object("a", properties));
  }

  /// An observation some seconds after noon.
  static ObservedData at(
      long firstSecond, long lastSecond, long numberObserved, StixNode... objects) {
    Map<String, StixNode> all = new LinkedHashMap<>();
    for (var object : objects) all.put("id-" + all.size(), object);
    return new ObservedData(
        NOON.plusSeconds(firstSecond),
        NOON.plusSeconds(lastSecond),
        numberObserved,
        List.copyOf(all.keySet()),
        all);
  }

  /// The same observation without a time.
  static ObservationView timeless(ObservationView view) {
    return new ObservationView() {
      @Override
      public List<? extends StixNode.Dictionary> objects(String type) {
        return view.objects(type);
      }

      @Override
      public Optional<StixNode> dereference(String id) {
        return view.dereference(id);
      }

      @Override
      public Optional<Instant> firstObserved() {
        return Optional.empty();
      }

      @Override
      public Optional<Instant> lastObserved() {
        return Optional.empty();
      }

      @Override
      public long numberObserved() {
        return view.numberObserved();
      }
    };
  }

  static StixNode.Entries object(String type, Object... properties) {
    Map<String, StixNode> entries = new LinkedHashMap<>();
    entries.put("type", node(type));
    for (int i = 0; i < properties.length; i += 2)
      entries.put((String) properties[i], node(properties[i + 1]));
    return new StixNode.Entries(entries);
  }

  static StixNode node(Object value) {
    return switch (value) {
      case StixNode node -> node;
      case String text -> new StixNode.Text(text);
      case Integer number -> StixNode.Decimal.of(number);
      case Boolean truth -> new StixNode.Truth(truth);
      case List<?> list ->
          new StixNode.Listing(
              list.stream().<StixNode>map(element -> node((Object) element)).toList());
      default -> throw new IllegalArgumentException("no node for " + value);
    };
  }
}
