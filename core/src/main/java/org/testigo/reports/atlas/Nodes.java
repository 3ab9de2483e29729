package org.testigo.reports.atlas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Cluster;
import org.testigo.infrastructure.Edge;
import org.testigo.model.IpAddress;

/// Nodes and edges of an atlas as graph files have them.
///
/// @param nodes by their name, addresses first
record Nodes(Map<String, Node> nodes, List<Edge> edges) {

  /// A node.
  ///
  /// @param kind `address`, `certificate`, `key`, `decoy` or `name`
  /// @param cluster the id of its cluster; empty where it is in none
  /// @param address where it is one of the atlas
  record Node(String kind, String cluster, Optional<Address> address) {}

  static Nodes of(Atlas atlas) {
    var nodes = new Nodes(new LinkedHashMap<>(), new ArrayList<>());
    for (Address address : atlas.addresses())
      nodes.nodes.put(
          address.ip().toString(), new Node("address", address.cluster(), Optional.of(address)));
    for (Cluster cluster : atlas.clusters())
      cluster.edges().forEach(edge -> nodes.add(edge, cluster.id()));
    atlas.looseEdges().forEach(edge -> nodes.add(edge, ""));
    return nodes;
  }

  private void add(Edge edge, String cluster) {
    nodes.computeIfAbsent(edge.from(), name -> node(name, edge, cluster));
    nodes.computeIfAbsent(edge.to(), name -> node(name, edge, cluster));
    edges.add(edge);
  }

  /// What a joining edge leads to is in the cluster; what stands beside may be shared by others.
  private static Node node(String name, Edge edge, String cluster) {
    String kind =
        IpAddress.parse(name).isPresent()
            ? "address"
            : name.equals(edge.from())
                ? "certificate"
                : switch (edge.kind()) {
                  case LEAF, ISSUER -> "certificate";
                  case KEY, DECOY, NAME -> edge.kind().word();
                  case COUNTER -> "address";
                };
    return new Node(kind, edge.kind().joins() ? cluster : "", Optional.empty());
  }
}
