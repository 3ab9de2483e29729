package org.testigo.detections;

import org.testigo.indicators.IndicatorSet;

/// A written check. Announces itself with `@AutoService(Detection.class)`.
public interface Detection {

  DetectionSpec spec();

  /// Begins a check over one body of evidence.
  ///
  /// @param indicators the packs that were loaded; empty where there were none
  Check begin(IndicatorSet indicators);
}
