package org.testigo.detections;

import java.util.List;
import org.testigo.model.FindingClass;

/// What a detection is. Its page lies in the message bundle of the detection's name, keys `title`,
/// `question`, `why`, `explanation.1`..., `step.1`...
///
/// @param id such as `ios.redirect`
/// @param strongest the strongest class of finding that it may give
/// @param needs the artifacts without which it cannot answer: where none of them was read, the
///   answer is "not assessed"
/// @param references where this is known from
public record DetectionSpec(
    String id, FindingClass strongest, List<String> needs, List<String> references) {
  public DetectionSpec {
    needs = List.copyOf(needs);
    references = List.copyOf(references);
  }
}
