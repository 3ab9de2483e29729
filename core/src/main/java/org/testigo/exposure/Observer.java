package org.testigo.exposure;

import java.util.Locale;

/// Who stands where something can be seen.
public enum Observer {
  /// Whoever shares the Wi-Fi or runs its access point.
  SAME_WIFI,
  /// The company that gives access: mobile carrier, home line.
  ACCESS_PROVIDER,
  /// Networks between that and the server's, with those who listen on cables.
  TRANSIT,
  /// Who answers questions for names.
  RESOLVER,
  /// The network in which a server stands; each sees its own servers only.
  SERVER_NETWORK,
  /// Who runs the service; sees also what is encrypted, since it is for them.
  SERVER_OWNER,
  /// Who runs a VPN, where one is used.
  VPN_OPERATOR;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
