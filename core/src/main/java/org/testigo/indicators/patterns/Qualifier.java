package org.testigo.indicators.patterns;

import java.math.BigDecimal;

/// A restriction of the observations that an observation expression may match.
public sealed interface Qualifier {

  /// All observations lie in some span of this length.
  record Within(BigDecimal seconds) implements Qualifier {}

  /// The expression matches this often, each time with other observations.
  record Repeats(int times) implements Qualifier {}

  /// All observations were made at or after the start and before the stop.
  ///
  /// @param start a [Constant.Timestamp]; in STIX 2.0 also a [Constant.Text]
  /// @param stop like start
  record StartStop(Constant start, Constant stop) implements Qualifier {}
}
