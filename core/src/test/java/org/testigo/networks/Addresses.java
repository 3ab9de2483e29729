package org.testigo.networks;

import org.testigo.model.IpAddress;

/// Addresses as tests write them.
final class Addresses {
  private Addresses() {}

  static IpAddress ip(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
