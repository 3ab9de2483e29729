package org.testigo.model;

import java.time.Instant;
import java.util.Optional;

/// What the evidence says of the device and of itself, as far as reading needs it.
///
/// @param productType the model, such as `iPhone14,5`
/// @param takenAt when the evidence was taken: the "now" of every judgement
public record Device(
    Optional<String> name,
    Optional<String> productType,
    Optional<OsVersion> osVersion,
    Optional<String> build,
    boolean encrypted,
    Optional<Instant> takenAt) {}
