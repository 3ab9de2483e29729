package org.testigo.model;

import java.util.Locale;

/// Two ends that talk over a network. The client is the one that spoke first; where the beginning
/// was not seen, the one with the port that servers do not use.
///
/// @param clientPort 0 where the transport has no ports
/// @param serverPort 0 where the transport has no ports
public record Conversation(
    Transport transport, IpAddress client, int clientPort, IpAddress server, int serverPort) {
  private static final int HIGHEST_PORT = 65_535;

  public Conversation {
    if (clientPort < 0 || clientPort > HIGHEST_PORT || serverPort < 0 || serverPort > HIGHEST_PORT)
      throw new IllegalArgumentException("ports " + clientPort + " and " + serverPort);
  }

  /// What carries the bytes.
  public enum Transport {
    TCP,
    UDP,
    ICMP,
    /// Another protocol on top of the Internet protocol.
    OTHER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The server as people write it: `192.0.2.7:443`, `[2001:db8::1]:443`, without a port where
  /// there is none.
  public String serverText() {
    return text(server, serverPort);
  }

  public String clientText() {
    return text(client, clientPort);
  }

  private static String text(IpAddress address, int port) {
    if (port == 0) return address.toString();
    return (address.v6() ? "[" + address + "]" : address.toString()) + ":" + port;
  }
}
