package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.testigo.model.IpAddress;

/// What an atlas is drawn with, besides the sightings.
///
/// @param asOf the day for which "active" is said; empty for the last day of the data
/// @param claims what reports published
/// @param places answers where an address stands and whose network it is in
/// @param networks where those answers are from
/// @param corroborating ids of fingerprints that are nothing alone: others answer so, too
public record AtlasRequest(
    Optional<LocalDate> asOf,
    List<Claim> claims,
    Function<IpAddress, Place> places,
    Atlas.NetworkSource networks,
    Set<String> corroborating) {
  /// No table of networks.
  public static final Atlas.NetworkSource NO_NETWORKS =
      new Atlas.NetworkSource("", Optional.empty(), false);

  public AtlasRequest {
    claims = List.copyOf(claims);
    corroborating = Set.copyOf(corroborating);
  }

  /// Sightings alone.
  public static AtlasRequest plain() {
    return new AtlasRequest(
        Optional.empty(), List.of(), address -> Place.UNKNOWN, NO_NETWORKS, Set.of());
  }
}
