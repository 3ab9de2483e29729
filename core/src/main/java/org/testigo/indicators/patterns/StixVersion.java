package org.testigo.indicators.patterns;

/// The versions of the patterning language.
public enum StixVersion {
  V2_0,
  V2_1
}
