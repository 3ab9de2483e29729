package org.testigo.exposure;

import java.util.Locale;

/// What one observer could see under one measure.
///
/// @param names different ones
/// @param addresses of servers, different ones
/// @param apps different signs by which programs are told apart: fingerprints of hellos and names
///   that programs give themselves
/// @param identifiers different values that tell one person or device from all others
/// @param seesPerson whether the person's own address is among what is seen, and not another's
public record View(
    Observer observer,
    Measure measure,
    long names,
    long addresses,
    long apps,
    long identifiers,
    Grain times,
    Grain sizes,
    boolean seesPerson) {

  /// How finely times or sizes are seen.
  public enum Grain {
    NONE,
    /// Of all connections together.
    SUM,
    /// Of every connection.
    EACH;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
