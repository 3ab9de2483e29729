package org.testigo.app;

import org.testigo.cases.Case;
import org.testigo.model.FindingClass;

/// What a command tells the program that called it.
enum ExitCode {
  COMPLETE(0),
  FINDINGS(1),
  INCOMPLETE(3),
  INTEGRITY(4),
  USAGE(64),
  BAD_INPUT(65),
  NO_INPUT(66),
  IO(74),
  LOCKED(75),
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /// Findings to review come before gaps; information is nothing to review.
  static ExitCode of(Case theCase) {
    boolean toReview =
        theCase.findings().stream().anyMatch(f -> f.findingClass() != FindingClass.INFORMATION);
    if (toReview) return FINDINGS;
    return theCase.conclusion().isComplete() ? COMPLETE : INCOMPLETE;
  }
}
