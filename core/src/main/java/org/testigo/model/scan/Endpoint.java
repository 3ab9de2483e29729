package org.testigo.model.scan;

import java.util.Comparator;
import org.testigo.model.IpAddress;

/// An address and the port that answered.
///
/// @param port 0 where the scan data does not say
public record Endpoint(IpAddress address, int port) implements Comparable<Endpoint> {
  private static final Comparator<Endpoint> ORDER =
      Comparator.comparing(Endpoint::address).thenComparingInt(Endpoint::port);

  public Endpoint {
    if (port < 0 || port > 65_535) throw new IllegalArgumentException("port " + port);
  }

  @Override
  public int compareTo(Endpoint other) {
    return ORDER.compare(this, other);
  }
}
