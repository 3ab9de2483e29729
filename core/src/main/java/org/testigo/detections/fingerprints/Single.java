package org.testigo.detections.fingerprints;

/// A condition that has no parts.
///
/// @param place in the file, such as `all[1].status-line`
/// @param question what is asked
record Single<T>(String place, Question<T> question) implements Condition<T> {

  /// What is asked of a target.
  interface Question<T> {
    Truth test(T target);

    /// Gives the bytes that show it; many questions have none of their own.
    default void cite(T target, Citations citations) {}

    default Literals literals() {
      return Literals.NONE;
    }
  }

  @Override
  public Truth test(T target) {
    return question.test(target);
  }

  @Override
  public void cite(T target, Citations citations) {
    question.cite(target, citations);
  }

  @Override
  public Literals literals() {
    return question.literals();
  }

  @Override
  public String failing(T target) {
    return test(target) == Truth.YES ? "" : place;
  }
}
