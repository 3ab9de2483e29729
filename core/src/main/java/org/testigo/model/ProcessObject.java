package org.testigo.model;

import java.util.Optional;
import java.util.OptionalLong;

/// A program that ran, as a usage record of the phone names it.
///
/// @param name the process name; empty where the record of the process is gone: with a usage, a
///   usage row is left behind; without one, only its key is missing between its neighbours
/// @param key the row number under which the phone keeps the process, where it has one; the first
///   of them where a run of keys is missing
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
