package org.testigo.detections.fingerprints;

import java.util.List;
import org.testigo.model.Text;

/// What became of a rule that was held against its examples.
///
/// @param hasLiteral whether a search for bytes can find its candidates; without it every record is
///   taken apart
/// @param failures what it should have done and did not; empty where it holds
public record Checked(
    Fingerprint fingerprint, int matches, int misses, boolean hasLiteral, List<Text> failures) {
  public Checked {
    failures = List.copyOf(failures);
  }
}
