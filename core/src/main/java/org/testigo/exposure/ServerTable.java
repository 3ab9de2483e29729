package org.testigo.exposure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.testigo.exposure.attribution.Attribution;
import org.testigo.model.IpAddress;

/// Servers outside the network of the device, each with all connections to it.
final class ServerTable {
  private static final int MOST_SERVERS = 200_000;
  private static final int MOST_NAMES = 8;
  private static final int MOST_PORTS = 16;

  private final Map<IpAddress, Gathered> gathered = new HashMap<>();
  private long untold;

  private static final class Gathered {
    private Attribution attribution;
    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<Integer> ports = new TreeSet<>();
    private Tally tally = Tally.NONE;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    Gathered(Attribution attribution) {
      this.attribution = attribution;
    }

    void add(FlowLine line, Tally one) {
      if (attribution.serviceOwner().isEmpty()) attribution = line.attribution();
      if (!line.name().isEmpty() && names.size() < MOST_NAMES) names.add(line.name());
      int port = line.flow().conversation().serverPort();
      if (port != 0 && ports.size() < MOST_PORTS) ports.add(port);
      tally = tally.plus(one);
      if (line.first().isPresent() && (first.isEmpty() || line.first().get().isBefore(first.get())))
        first = line.first();
      if (line.last().isPresent() && (last.isEmpty() || line.last().get().isAfter(last.get())))
        last = line.last();
    }
  }

  void add(FlowLine line, Tally one) {
    var address = line.flow().conversation().server();
    var known = gathered.get(address);
    if (known == null) {
      if (gathered.size() >= MOST_SERVERS) {
        untold++;
        return;
      }
      known = new Gathered(line.attribution());
      gathered.put(address, known);
    }
    known.add(line, one);
  }

  long count() {
    return gathered.size();
  }

  long untold() {
    return untold;
  }

  /// Most connections first, then by address.
  List<SeenServer> servers() {
    var servers = new ArrayList<SeenServer>();
    gathered.forEach((address, of) ->
        servers.add(
            new SeenServer(
                address, of.attribution, of.names, of.ports, of.tally, of.first, of.last)));
    servers.sort(
        Comparator.comparingLong((SeenServer server) -> -server.tally().connections())
            .thenComparing(SeenServer::address));
    return servers;
  }
}
