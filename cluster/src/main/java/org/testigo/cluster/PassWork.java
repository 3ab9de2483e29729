package org.testigo.cluster;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testigo.scanning.Pass;
import org.testigo.scanning.PieceScan;
import org.testigo.scanning.Ties;

/// What every machine must know in one pass: what was found before, and the files.
///
/// @see PieceScan
final class PassWork implements Serializable {
  private static final long serialVersionUID = 1;

  private final Settings settings;
  private final Pass pass;
  private final byte[] ties;
  private final List<ClusterFile> files;
  private final int attempts;
  private transient @Nullable PieceScan scan;

  /// @param attempts how often a piece is tried before it is told that it cannot be read
  PassWork(Settings settings, Pass pass, Ties ties, List<ClusterFile> files, int attempts) {
    this.settings = settings;
    this.pass = pass;
    this.ties = ties.bytes();
    this.files = files;
    this.attempts = attempts;
  }

  /// One for all threads of a virtual machine.
  synchronized PieceScan scan() {
    if (scan == null) scan = new PieceScan(settings.request(), pass, Ties.of(ties));
    return scan;
  }

  Settings settings() {
    return settings;
  }

  ClusterFile file(int number) {
    return files.get(number);
  }

  boolean isLastAttempt(int attempt) {
    return attempt + 1 >= attempts;
  }
}
