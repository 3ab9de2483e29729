package org.testigo.indicators.patterns;

import java.util.List;

/// Where in an observed object a value stands, such as `file:hashes.'SHA-256'` or
/// `email-message:body_multipart[*].body_raw_ref.name`.
///
/// @param type the type of the object at which the path starts
/// @param steps at least one, of which the first is a key
public record ObjectPath(String type, List<Step> steps) {
  public ObjectPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !(steps.getFirst() instanceof Property))
      throw new IllegalArgumentException("a path starts with a key, not with " + steps);
  }

  /// One step from a value to a value inside it, or to the object that it refers to.
  public sealed interface Step {}

  /// To the property of this name.
  public record Property(String name) implements Step {
    /// Whether the property holds the id of another object.
    boolean isReference() {
      return name.endsWith("_ref");
    }

    /// Whether the property holds a list of ids of other objects.
    boolean isReferenceList() {
      return name.endsWith("_refs");
    }
  }

  /// To the element of a list at this place, counted from 0; below 0 there is none.
  public record Index(int index) implements Step {}

  /// To any element of a list, or any value of a dictionary.
  public record AnyIndex() implements Step {}

  /// The canonical text: quotes only where the grammar asks for them.
  @Override
  public String toString() {
    return PatternText.of(this);
  }
}
