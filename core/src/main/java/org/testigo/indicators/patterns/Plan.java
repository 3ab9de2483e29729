package org.testigo.indicators.patterns;

import java.time.Duration;
import java.util.List;

/// An observation expression, compiled. The conditions in brackets are numbered in the order of the
/// text.
sealed interface Plan {

  /// So many different observations that each fulfil the condition of this number.
  record Some(int condition, int times) implements Plan {}

  /// All operands, with different observations.
  record All(List<Plan> operands) implements Plan {}

  /// At least one operand.
  record Any(List<Plan> operands) implements Plan {}

  /// All operands, each not earlier than the one before.
  record Sequence(List<Plan> operands) implements Plan {}

  /// The operand, within some span of this length.
  record Within(Plan operand, Duration length) implements Plan {}

  /// The operand this often, with different observations.
  record Repeated(Plan operand, int times) implements Plan {}

  /// The operand, within this span.
  record During(Plan operand, Span span) implements Plan {}
}
