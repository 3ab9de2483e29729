package org.testigo.cases;

import org.testigo.model.Text;

/// What one detection answered.
///
/// @param question the question of its page, answered by yes or no
public record Answer(String detection, Text question, Reply reply) {

  /// Three answers, of which none stands for another.
  public sealed interface Reply {}

  /// Yes, in so many findings.
  public record Yes(int findings) implements Reply {}

  /// No, after so many observations that could have shown it.
  public record No(long looked) implements Reply {}

  /// It could not be answered.
  public record NotAssessed(Text why) implements Reply {}
}
