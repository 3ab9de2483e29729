package org.testigo.indicators;

import java.time.Instant;
import java.util.Optional;

/// One value to look for, as one pack carries it.
///
/// @param value as the pack writes it
/// @param type the STIX object path, such as `domain-name:value`; digests of files are
///   `file:hashes.md5`, `.sha1`, `.sha256`, however the pack writes them
/// @param name what the pack says it indicates; empty where it says nothing
/// @param validUntil when the pack says that it expires
/// @param forDetection whether the publisher marks it for detection; MISP's `to_ids`
public record Indicator(
    String value, String type, String name, Optional<Instant> validUntil, boolean forDetection) {

  public static Indicator of(String type, String value, String name) {
    return new Indicator(value, type, name, Optional.empty(), true);
  }
}
