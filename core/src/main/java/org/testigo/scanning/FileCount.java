package org.testigo.scanning;

import java.util.Optional;

/// What became of one file.
///
/// @param format the id of its format; empty where none knows it
/// @param refusal why nothing of it was read
/// @param isReadOnce whether it could be read once only, so that the second look, at what is tied
///   to the hits, left it out
public record FileCount(
    String file, String format, Counts counts, Optional<String> refusal, boolean isReadOnce) {}
