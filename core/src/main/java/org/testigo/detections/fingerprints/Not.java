package org.testigo.detections.fingerprints;

/// Holds where its part does not. What is absent has no bytes to cite.
///
/// @param place in the file
record Not<T>(String place, Condition<T> part) implements Condition<T> {

  @Override
  public Truth test(T target) {
    return part.test(target).negated();
  }

  @Override
  public void cite(T target, Citations citations) {}

  @Override
  public Literals literals() {
    return Literals.NONE;
  }

  @Override
  public String failing(T target) {
    return test(target) == Truth.YES ? "" : place;
  }
}
