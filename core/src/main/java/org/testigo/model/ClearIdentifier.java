package org.testigo.model;

import java.util.Locale;
import java.util.Optional;

/// Something that tells one person or device from all others, and that anybody on the way could
/// read.
///
/// @param value as it stands in the evidence
/// @param seenIn the part of the protocol, such as `http cookie id` or `dhcp host-name`
/// @param host the name of the server to which it went, where it is known
public record ClearIdentifier(
    Kind kind, String value, String seenIn, Conversation conversation, Optional<String> host)
    implements Observable {

  /// What it is.
  public enum Kind {
    /// The number of a phone.
    IMEI,
    /// The number of a SIM card.
    IMSI,
    /// A hardware address.
    MAC,
    ADVERTISING_ID,
    DEVICE_ID,
    EMAIL,
    /// Where the device is.
    COORDINATES,
    COOKIE,
    /// The name that a person gave to a device.
    DEVICE_NAME,
    /// The model of the device.
    DEVICE_MODEL;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
