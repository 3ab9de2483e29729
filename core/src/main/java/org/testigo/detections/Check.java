package org.testigo.detections;

import java.util.List;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// One check under way over one body of evidence. Keeps only what it needs, so that memory does not
/// grow with the evidence.
public interface Check {

  /// Whether the check looks at things of this kind; it need not be shown any other.
  default boolean looksAt(Class<? extends Observable> kind) {
    return true;
  }

  /// Looks at one observation; every observation of a kind that it looks at comes once, artifact by
  /// artifact, in the order of reading.
  void see(Observation observation);

  /// The answer, when all observations have come.
  Outcome conclude(Coverage coverage);

  /// What kept the check from looking at everything, each in one sentence, once it has concluded:
  /// that nothing was found is then not conclusive.
  default List<Text> troubles() {
    return List.of();
  }
}
