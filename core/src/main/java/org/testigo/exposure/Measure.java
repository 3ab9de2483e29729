package org.testigo.exposure;

import java.util.Locale;

/// What would change what an observer sees.
public enum Measure {
  /// As it was recorded.
  NONE,
  /// Questions for names travel encrypted (DoT, DoH): the resolver still sees all of them.
  ENCRYPTED_DNS,
  /// Hellos are encrypted (ECH, RFC 9849), by every server.
  ENCRYPTED_HELLO,
  /// No page or service is asked in the clear.
  HTTPS_EVERYWHERE,
  /// The three above together.
  ALL_THREE,
  /// Everything goes through one company first, which then sees what the access provider saw.
  VPN;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean encryptsNames() {
    return this == ENCRYPTED_DNS || this == ALL_THREE;
  }

  boolean encryptsHellos() {
    return this == ENCRYPTED_HELLO || this == ALL_THREE;
  }

  boolean encryptsWeb() {
    return this == HTTPS_EVERYWHERE || this == ALL_THREE;
  }
}
