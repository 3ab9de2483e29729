package org.testigo.model;

import java.util.List;
import java.util.Optional;

/// An installed app.
///
/// @param id the bundle id or package name
/// @param installer what installed it, as recorded, such as `com.apple.AppStore`; empty where not
///   recorded
/// @param certificateHashes digests of the signing certificates, lower-case hex
public record Software(
    String id,
    Optional<String> name,
    Optional<String> version,
    Optional<String> vendor,
    Optional<String> installer,
    List<String> certificateHashes)
    implements Observable {
  public Software {
    certificateHashes = List.copyOf(certificateHashes);
  }
}
