package org.testigo.detections.fingerprints;

import java.util.List;

/// Holds where one part does; the first of them is cited.
///
/// @param place in the file
record AnyOf<T>(String place, List<Condition<T>> parts) implements Condition<T> {
  AnyOf {
    parts = List.copyOf(parts);
  }

  @Override
  public Truth test(T target) {
    var any = Truth.NO;
    for (Condition<T> part : parts) {
      var truth = part.test(target);
      if (truth == Truth.YES) return Truth.YES;
      if (truth == Truth.UNKNOWN) any = Truth.UNKNOWN;
    }
    return any;
  }

  @Override
  public void cite(T target, Citations citations) {
    for (Condition<T> part : parts) {
      if (part.test(target) != Truth.YES) continue;
      part.cite(target, citations);
      return;
    }
  }

  @Override
  public Literals literals() {
    return Literals.union(parts.stream().map(Condition::literals).toList());
  }

  @Override
  public String failing(T target) {
    return test(target) == Truth.YES ? "" : place;
  }
}
