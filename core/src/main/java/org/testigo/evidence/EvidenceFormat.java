package org.testigo.evidence;

import java.nio.file.Path;
import java.util.Optional;

/// Recognises and opens one kind of evidence; announces itself as a service.
public interface EvidenceFormat {

  /// Looks at what was handed in, without changing it; empty where it is something else.
  ///
  /// @throws EvidenceException when it is this kind and cannot be opened
  Optional<Evidence> open(Path input, Opening opening) throws EvidenceException;

  /// Lower goes first; formats that claim anything go last.
  default int order() {
    return 100;
  }
}
