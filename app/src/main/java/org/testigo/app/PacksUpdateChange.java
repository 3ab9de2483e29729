package org.testigo.app;

import org.testigo.indicators.PackReport;
import org.testigo.model.Text;

/// What became of one pack of an index.
sealed interface PacksUpdateChange {
  /// Nothing was kept under this name.
  record Added(PackReport now) implements PacksUpdateChange {}

  /// Something else was kept under this name.
  record Updated(PackReport before, PackReport now) implements PacksUpdateChange {}

  /// The same bytes were kept.
  record Unchanged(PackReport now) implements PacksUpdateChange {}

  /// It does not load; what was kept stays.
  record Refused(PackReport now) implements PacksUpdateChange {}

  /// It could not be asked for, because the entry of the index is at fault.
  record Unusable(Text why) implements PacksUpdateChange {}

  /// It could not be fetched or kept; what was kept stays.
  record Failed(Text why) implements PacksUpdateChange {}
}
