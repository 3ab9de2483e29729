package org.testigo.formats.parquet;

import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;

/// Counts the bytes of the pages that are open at the same time.
final class OpenBytes {
  private long open;

  /// @throws LimitHitException when there are too many
  void take(long bytes) {
    open += bytes;
    if (open > Limits.OPEN_BYTES) throw new LimitHitException(Limit.BYTES, Limits.OPEN_BYTES);
  }

  void give(long bytes) {
    open -= bytes;
  }
}
