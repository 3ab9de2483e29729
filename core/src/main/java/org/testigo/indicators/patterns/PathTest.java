package org.testigo.indicators.patterns;

import java.util.List;
import java.util.Optional;
import org.testigo.indicators.patterns.ObjectPath.AnyIndex;
import org.testigo.indicators.patterns.ObjectPath.Index;
import org.testigo.indicators.patterns.ObjectPath.Property;
import org.testigo.indicators.patterns.ObjectPath.Step;

/// Looks for a value at a path that passes a test.
final class PathTest {
  private final String path;
  private final List<Step> steps;
  private final ValueTest test;
  private final boolean binary;

  PathTest(ObjectPath path, ValueTest test) {
    this.path = path.toString();
    this.steps = path.steps();
    this.test = test;
    this.binary = BinaryText.isBinary(path);
  }

  /// The first value of the object that passes.
  Optional<Witness> find(StixNode object, ObservationView view, StepCounter counter) {
    return find(object, 0, false, view, counter);
  }

  private Optional<Witness> find(
      StixNode node, int depth, boolean reference, ObservationView view, StepCounter counter) {
    counter.spend();
    if (depth == steps.size()) return accepted(node, counter);
    if (reference && node instanceof StixNode.Text(var id))
      return view.dereference(id).flatMap(referred -> find(referred, depth, false, view, counter));
    return switch (steps.get(depth)) {
      case Property property ->
          node instanceof StixNode.Dictionary dictionary
              ? dictionary
                  .get(property.name())
                  .flatMap(value -> find(value, depth + 1, refersOn(property), view, counter))
              : Optional.empty();
      case Index(var index) ->
          node instanceof StixNode.Listing(var elements) && index >= 0 && index < elements.size()
              ? find(elements.get(index), depth + 1, reference, view, counter)
              : Optional.empty();
      case AnyIndex() -> findAny(node, depth, reference, view, counter);
    };
  }

  private Optional<Witness> findAny(
      StixNode node, int depth, boolean reference, ObservationView view, StepCounter counter) {
    Iterable<StixNode> values =
        switch (node) {
          case StixNode.Listing(var elements) -> elements;
          case StixNode.Dictionary dictionary -> dictionary.values();
          case StixNode.Text _,
              StixNode.Bytes _,
              StixNode.Decimal _,
              StixNode.Truth _,
              StixNode.Null _ ->
              List.of();
        };
    for (var value : values) {
      var found = find(value, depth + 1, reference, view, counter);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private static boolean refersOn(Property property) {
    return property.isReference() || property.isReferenceList();
  }

  private Optional<Witness> accepted(StixNode value, StepCounter counter) {
    var node =
        binary && steps.getLast() instanceof Property(var name)
            ? BinaryText.decoded(name, value)
            : value;
    return test.accepts(node, counter)
        ? Optional.of(new Witness(path, shown(value)))
        : Optional.empty();
  }

  private static String shown(StixNode value) {
    return switch (value) {
      case StixNode.Text(var text) -> text;
      case StixNode.Bytes(var latin1) -> latin1;
      case StixNode.Decimal(var decimal) -> decimal.toString();
      case StixNode.Truth(var truth) -> String.valueOf(truth);
      case StixNode.Null _, StixNode.Listing _, StixNode.Dictionary _ -> "";
    };
  }
}
