package org.testigo.artifacts;

import org.testigo.model.Device;
import org.testigo.model.LedgerState;
import org.testigo.model.OsVersion;

/// What it means when an artifact is not there.
@FunctionalInterface
public interface Presence {

  /// One of absent-expected, absent-optional and not-in-this-kind.
  LedgerState whenAbsent(Device device);

  /// Every device has it: without it there is a gap.
  Presence ALWAYS = device -> LedgerState.ABSENT_EXPECTED;

  /// It may be missing on a healthy device.
  Presence OPTIONAL = device -> LedgerState.ABSENT_OPTIONAL;

  /// Backups hold it only when they are encrypted, from a version on; before, every backup has it.
  static Presence onlyEncryptedSince(OsVersion version) {
    return device ->
        device.encrypted() || device.osVersion().map(v -> !v.isAtLeast(version)).orElse(false)
            ? LedgerState.ABSENT_EXPECTED
            : LedgerState.NOT_IN_THIS_KIND;
  }
}
