package org.testigo.indicators.patterns;

/// A comparison of a path with one string for equality: what most indicators are.
///
/// @param path the canonical text of the path, such as `domain-name:value` or
///   `file:hashes.'SHA-256'`
/// @param value without the quotes and escapes of the pattern
public record Equality(String path, String value) {}
