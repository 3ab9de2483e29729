package org.testigo.detections.fingerprints;

/// A question of a rule.
///
/// @param <T> what is asked about
interface Condition<T> {

  Truth test(T target);

  /// Gives the bytes that show it, where it holds.
  void cite(T target, Citations citations);

  /// The bytes of which one must stand in what the target was read from, where the condition holds.
  Literals literals();

  /// The first part of it that does not hold, by its place in the file.
  String failing(T target);
}
