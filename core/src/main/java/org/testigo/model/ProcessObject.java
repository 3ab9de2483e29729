package org.testigo.model;

import java.util.Optional;
import java.util.OptionalLong;

/// A program that ran, as a usage record of the phone names it.
///
/// @param name the process name; empty where a usage row is left whose process row is gone
/// @param key the row number under which the phone keeps the process, where it has one
/// @param usage the bytes that it moved, where they are recorded
public record ProcessObject(
    Optional<String> name, Optional<String> bundleId, OptionalLong key, Optional<DataVolume> usage)
    implements Observable {

  /// Bytes moved, by network; each empty where the evidence does not record it.
  public record DataVolume(
      OptionalLong wifiInBytes,
      OptionalLong wifiOutBytes,
      OptionalLong cellularInBytes,
      OptionalLong cellularOutBytes) {}
}
