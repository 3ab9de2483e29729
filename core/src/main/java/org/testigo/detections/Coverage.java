package org.testigo.detections;

import org.testigo.model.Device;
import org.testigo.model.LedgerState;

/// What was covered, as far as a check needs to know: whether it could have seen what it looks for.
public interface Coverage {

  /// The state of an artifact; [LedgerState#NOT_SUPPORTED] for one that this kind of evidence does
  /// not know.
  LedgerState stateOf(String artifactId);

  Device device();
}
