package org.testigo.exposure.attribution;

import java.util.Locale;
import java.util.Optional;
import org.testigo.model.Country;

/// Where the machine behind an address probably is: a country, never less, and often not even that.
///
/// @param country only where it is probable
public record Place(Confidence confidence, Optional<Country> country) {
  /// How sure that is.
  public enum Confidence {
    /// The table gives the range of the address to this country.
    PROBABLE,
    /// The network's owner has machines in many countries that answer at its addresses.
    CANNOT_TELL,
    /// In the network of the device itself.
    NEAR,
    /// No table knows the address.
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static final Place NEAR = new Place(Confidence.NEAR, Optional.empty());
  public static final Place UNKNOWN = new Place(Confidence.UNKNOWN, Optional.empty());
  public static final Place CANNOT_TELL = new Place(Confidence.CANNOT_TELL, Optional.empty());

  public Place {
    if (country.isPresent() != (confidence == Confidence.PROBABLE))
      throw new IllegalArgumentException(confidence + " with country " + country);
  }
}
