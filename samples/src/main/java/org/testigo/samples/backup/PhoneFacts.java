package org.testigo.samples.backup;

import java.time.Instant;

/// What a backup says of its phone.
///
/// @param uniqueIdentifier names the backup's folder on a computer
/// @param takenAt when the backup was finished
public record PhoneFacts(
    String name,
    String productType,
    String productVersion,
    String build,
    String serialNumber,
    String uniqueIdentifier,
    Instant takenAt) {

  PhoneFacts withVersion(String version, String itsBuild) {
    return new PhoneFacts(
        name, productType, version, itsBuild, serialNumber, uniqueIdentifier, takenAt);
  }

  /// The same phone with the version that the layout belongs to.
  public PhoneFacts fitting(Encryption encryption) {
    return encryption.hasOuterStage() ? this : withVersion("10.1.1", "14B150");
  }
}
