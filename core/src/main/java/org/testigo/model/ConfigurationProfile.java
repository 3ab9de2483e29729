package org.testigo.model;

import java.util.List;
import java.util.Optional;

/// A configuration profile: settings, certificates or management that somebody installed on the
/// device.
///
/// @param id the payload UUID
/// @param identifier the reverse-domain name that its author gave it
/// @param payloadTypes what it changes, such as `com.apple.vpn.managed`
public record ConfigurationProfile(
    String id,
    Optional<String> identifier,
    Optional<String> displayName,
    Optional<String> organization,
    List<String> payloadTypes)
    implements Observable {
  public ConfigurationProfile {
    payloadTypes = List.copyOf(payloadTypes);
  }
}
