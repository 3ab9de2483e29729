package org.testigo.samples.large;

import java.util.List;

/// A trace that must be found, and look-alikes that must not.
///
/// @param type the STIX object path of the indicator
/// @param value of the indicator
/// @param seen what stands in the evidence
/// @param nearMisses what stands in the evidence at the same kind of place
public record Plant(
    int number, Place place, String type, String value, String seen, List<String> nearMisses) {

  /// What the indicator is said to indicate: each its own, so that each has its own finding.
  public String name() {
    return "Plant %02d".formatted(number);
  }
}
