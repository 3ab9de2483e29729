package org.testigo.indicators.patterns;

/// A value for which a pattern matched an observation.
///
/// @param path of the comparison that accepted it, in canonical text
/// @param value as it stands in the observation; empty where the comparison only asked whether it
///   exists
public record Witness(String path, String value) {}
