package org.testigo.model;

/// A setting or a fact that the device states of itself.
///
/// @param scope the document it stands in, such as `GlobalPreferences` or `Info`
public record Setting(String scope, String name, String value) implements Observable {}
