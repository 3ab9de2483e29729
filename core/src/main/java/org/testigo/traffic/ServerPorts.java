package org.testigo.traffic;

import java.util.Set;

/// Ports at which servers listen, to tell who is the client where the beginning was not seen.
final class ServerPorts {
  private static final int LAST_SYSTEM_PORT = 1023;
  private static final Set<Integer> ABOVE =
      Set.of(
          1194, 1433, 1723, 1883, 1900, 1935, 2195, 2196, 3128, 3306, 3389, 3478, 4070, 4244, 4443,
          4500, 5060, 5061, 5222, 5223, 5228, 5229, 5230, 5242, 5349, 5353, 5355, 5432, 6379, 6667,
          8000, 8008, 8009, 8080, 8081, 8443, 8883, 8888, 9001, 9200, 19302, 27017, 51820);

  private ServerPorts() {}

  static boolean contains(int port) {
    return port > 0 && port <= LAST_SYSTEM_PORT || ABOVE.contains(port);
  }
}
