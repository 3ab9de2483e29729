package org.testigo.exposure.paths;

import java.util.List;
import java.util.Optional;
import org.testigo.model.Country;
import org.testigo.model.NetworkPath;
import org.testigo.model.Source;

/// A measured way with its countries, in two columns: where it led, and whose law it passed.
///
/// @param start the country in which it began, as far as it can be told
/// @param end the country of its target, as far as it can be told
/// @param placesBetween countries on the way that are neither, in their order
/// @param lawsBetween countries whose law binds a network on the way and that are neither
public record JudgedPath(
    NetworkPath path,
    Source source,
    List<JudgedHop> hops,
    Optional<Country> start,
    Optional<Country> end,
    List<Country> placesBetween,
    List<Country> lawsBetween) {
  public JudgedPath {
    hops = List.copyOf(hops);
    placesBetween = List.copyOf(placesBetween);
    lawsBetween = List.copyOf(lawsBetween);
  }

  /// Whether it began and ended in one country and led through another.
  public boolean isBoomerang() {
    return beganAndEndedAlike() && !placesBetween.isEmpty();
  }

  /// Whether it began and ended in one country and passed a network under another's law.
  public boolean isLegalBoomerang() {
    return beganAndEndedAlike() && !lawsBetween.isEmpty();
  }

  private boolean beganAndEndedAlike() {
    return start.isPresent() && start.equals(end);
  }

  public long contradicted() {
    return hops.stream().filter(JudgedHop::isContradicted).count();
  }
}
