package org.testigo.detections;

import java.util.List;
import org.testigo.model.Finding;
import org.testigo.model.Text;

/// The answer of a detection: found, not found, or not assessed. "Not assessed" is never shown as
/// "not found".
public sealed interface Outcome {

  /// The question is answered by yes: one finding per implant, campaign or app.
  record Found(List<Finding> because) implements Outcome {
    public Found {
      because = List.copyOf(because);
      if (because.isEmpty()) throw new IllegalArgumentException("found nothing");
    }
  }

  /// The question is answered by no, after so many observations that could have shown it.
  record NotFound(long looked) implements Outcome {}

  /// The question could not be answered.
  record NotAssessed(Text why) implements Outcome {}
}
