package org.testigo.infrastructure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testigo.model.IpAddress;
import org.testigo.model.Text;

/// What certificates and keys tie together: most likely one operator's. A single address with a
/// certificate of its own is a cluster, too; an address without one is in none.
///
/// @param id such as `C001`, in the order of size and first sighting
/// @param addresses by number
/// @param hosts their ids
/// @param certificates by their name in outputs
/// @param edges those that join before those that stand beside, each kind in the order of its ends
/// @param chain the order of hops, as far as evidence or a claim gives it
/// @param roles how many addresses have each role that the data gives, in the order of the roles
/// @param claims what was published of the cluster and of its addresses
public record Cluster(
    String id,
    List<IpAddress> addresses,
    List<String> hosts,
    List<String> families,
    List<String> certificates,
    List<Edge> edges,
    List<ChainLink> chain,
    Optional<Period> seen,
    int activeAddresses,
    Map<Role, Integer> roles,
    List<Claim> claims) {
  public Cluster {
    addresses = List.copyOf(addresses);
    hosts = List.copyOf(hosts);
    families = List.copyOf(families);
    certificates = List.copyOf(certificates);
    edges = List.copyOf(edges);
    chain = List.copyOf(chain);
    claims = List.copyOf(claims);
    roles = Collections.unmodifiableMap(new TreeMap<>(roles));
  }

  /// One hop of a chain of proxies. Certificates tie hops together and give no order: a hop stands
  /// here only where a page or a report tells it.
  ///
  /// @param claim the report's; empty where the data itself tells
  public record ChainLink(IpAddress from, IpAddress to, Text because, Optional<Claim> claim) {}
}
