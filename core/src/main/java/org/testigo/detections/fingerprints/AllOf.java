package org.testigo.detections.fingerprints;

import java.util.List;

/// Holds where every part does.
record AllOf<T>(List<Condition<T>> parts) implements Condition<T> {
  AllOf {
    parts = List.copyOf(parts);
  }

  @Override
  public Truth test(T target) {
    var all = Truth.YES;
    for (Condition<T> part : parts) {
      var truth = part.test(target);
      if (truth == Truth.NO) return Truth.NO;
      if (truth == Truth.UNKNOWN) all = Truth.UNKNOWN;
    }
    return all;
  }

  @Override
  public void cite(T target, Citations citations) {
    parts.forEach(part -> part.cite(target, citations));
  }

  @Override
  public Literals literals() {
    return Literals.best(parts.stream().map(Condition::literals).toList());
  }

  @Override
  public String failing(T target) {
    for (Condition<T> part : parts) if (part.test(target) != Truth.YES) return part.failing(target);
    return "";
  }
}
