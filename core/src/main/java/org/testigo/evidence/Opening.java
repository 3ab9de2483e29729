package org.testigo.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the opening of evidence may need.
///
/// @param wellKnown files that have a fixed place on a device; they are found by their ids even
///   where the content list is damaged or leaves them out
/// @param scratchFolder where what is too large for memory may be unpacked, encrypted under a key
///   that is in memory only; it is deleted when the evidence is closed. Empty: what is too large is
///   refused
public record Opening(
    Secrets secrets, List<WellKnownFile> wellKnown, Optional<Path> scratchFolder) {
  public Opening {
    wellKnown = List.copyOf(wellKnown);
  }

  /// Without well-known files and without a scratch folder.
  public static Opening with(Secrets secrets) {
    return new Opening(secrets, List.of(), Optional.empty());
  }

  /// A file with a fixed place on a device, such as `HomeDomain`, `Library/SMS/sms.db`.
  public record WellKnownFile(String domain, String path) {}
}
