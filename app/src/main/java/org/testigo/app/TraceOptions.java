package org.testigo.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What `testigo trace` was asked.
///
/// @param inputs files, folders, or `-` for the standard input
/// @param scanDate of data that does not say when it was recorded
/// @param redact whether the addresses of hosts that are still active are hidden
record TraceOptions(
    List<Path> inputs,
    List<Path> claims,
    Optional<LocalDate> asOf,
    List<Path> fingerprints,
    List<Path> networks,
    Optional<Path> mapping,
    Optional<LocalDate> scanDate,
    boolean redact) {
  TraceOptions {
    inputs = List.copyOf(inputs);
    claims = List.copyOf(claims);
    fingerprints = List.copyOf(fingerprints);
    networks = List.copyOf(networks);
  }
}
