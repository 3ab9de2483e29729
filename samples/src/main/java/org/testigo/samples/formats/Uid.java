package org.testigo.samples.formats;

/// A reference of a keyed archive to one of its objects.
public record Uid(int index) {}
