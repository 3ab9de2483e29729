package org.testigo.exposure.paths;

import java.util.List;
import java.util.Optional;
import org.testigo.exposure.attribution.Attribution;
import org.testigo.exposure.attribution.Place;
import org.testigo.model.Country;
import org.testigo.model.IpAddress;

/// One step of a way, with what is known of the router that answered first.
///
/// @param router empty where none answered
/// @param isContradicted whether the table's country was too far away for the time of the answer
public record JudgedHop(
    int number,
    Optional<IpAddress> router,
    Optional<String> name,
    Optional<Long> roundTripMicros,
    Optional<Attribution> attribution,
    boolean isContradicted) {

  /// Where the router probably is.
  public Place place() {
    if (attribution.isEmpty()) return Place.UNKNOWN;
    return isContradicted ? Place.CANNOT_TELL : attribution.get().place();
  }

  public Optional<Country> country() {
    return place().country();
  }

  /// Whose law binds the router's network.
  public List<Country> laws() {
    return attribution.map(Attribution::laws).orElse(List.of());
  }
}
