package org.testigo.detections;

import java.util.List;
import java.util.stream.Stream;
import org.testigo.model.FindingClass;
import org.testigo.model.Text;

/// What to do before any technical step: physical safety first, then what not to do, then whom to
/// ask. The order is that of helplines: a wrong first step endangers a person or destroys the
/// evidence.
final class Advice {
  private Advice() {}

  /// The steps that go first, by how serious the class of the finding is; none for mere
  /// information.
  static List<Text> beforeTechnicalSteps(FindingClass findingClass) {
    return switch (findingClass) {
      case INFORMATION -> List.of();
      case ANOMALY, MENTIONED, VISITED ->
          texts("calm.people", "calm.keep", "calm.quiet", "calm.ask");
      case RECEIVED -> texts("people", "keep", "quiet", "closed", "ask");
      case INSTALLED, EXECUTED -> texts("people", "keep", "quiet", "sensitive", "ask");
    };
  }

  private static List<Text> texts(String... keys) {
    return Stream.of(keys).map(key -> Text.of(Advice.class, key)).toList();
  }
}
