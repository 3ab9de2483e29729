package org.testigo.detections;

import java.util.List;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// One check under way over one body of evidence. Keeps only what it needs, so that memory does not
/// grow with the evidence.
public interface Check {

  /// Looks at one observation; every observation comes once, artifact by artifact, in the order of
  /// reading.
  void see(Observation observation);

  /// The answer, when all observations have come.
  Outcome conclude(Coverage coverage);

  /// What kept the check from looking at everything, each in one sentence, once it has concluded:
  /// that nothing was found is then not conclusive.
  default List<Text> troubles() {
    return List.of();
  }
}
