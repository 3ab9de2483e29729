package org.testigo.detections;

import java.util.List;
import java.util.stream.Collectors;
import org.testigo.model.Finding;
import org.testigo.model.Text;

/// Draws the answer of a detection from what it found and what was covered.
final class Assessment {
  private Assessment() {}

  /// Found where there are findings, not assessed where none of the needed artifacts was read, else
  /// not found.
  ///
  /// @param looked how many observations could have shown it
  static Outcome of(DetectionSpec spec, Coverage coverage, long looked, List<Finding> findings) {
    if (!findings.isEmpty()) return new Outcome.Found(findings);
    if (spec.needs().stream().noneMatch(id -> isRead(coverage, id)))
      return new Outcome.NotAssessed(
          Text.of(Assessment.class, "none.read", states(spec, coverage)));
    return new Outcome.NotFound(looked);
  }

  private static boolean isRead(Coverage coverage, String artifactId) {
    return switch (coverage.stateOf(artifactId)) {
      case READ, PARTIAL -> true;
      case UNREADABLE,
          LIMIT_HIT,
          ABSENT_EXPECTED,
          ABSENT_OPTIONAL,
          NOT_IN_THIS_KIND,
          NOT_SUPPORTED,
          OUT_OF_CONSENT,
          OTHER ->
          false;
    };
  }

  private static String states(DetectionSpec spec, Coverage coverage) {
    return spec.needs().stream()
        .map(id -> id + " (" + coverage.stateOf(id).word() + ")")
        .collect(Collectors.joining(", "));
  }
}
