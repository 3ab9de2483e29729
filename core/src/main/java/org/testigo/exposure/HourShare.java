package org.testigo.exposure;

import java.time.Instant;

/// What happened in one hour, in UTC.
///
/// @param start of the hour
/// @param lookups questions for names
public record HourShare(Instant start, Tally tally, long lookups) {}
