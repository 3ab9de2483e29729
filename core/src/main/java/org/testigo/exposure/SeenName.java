package org.testigo.exposure;

import java.time.Instant;
import java.util.Optional;

/// A name as it could be read in one way.
///
/// @param count how often it was seen so
public record SeenName(String name, NameChannel channel, Optional<Instant> first, long count) {}
