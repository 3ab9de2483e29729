package org.testigo.networks;

import java.util.Locale;
import org.testigo.model.Country;
import org.testigo.model.Text;

/// The country whose law binds a network, and how that is known. It is not the place of its
/// machines, and the owner of the organisation may sit in a third country.
///
/// @param sharePercent of the network's addresses that are registered in the country, rounded down:
///   the confidence of a derived country; 100 where the table itself names the country
public record LawCountry(Country country, Basis basis, int sharePercent) {

  /// How the country is known.
  public enum Basis {
    /// Derived: more than half of the addresses that the network announces are registered to
    /// holders of that country, whoever they are.
    MAJORITY_OF_ADDRESSES,
    /// The table names the country in which the range or the network is registered.
    REGISTERED
  }

  public LawCountry {
    int least = basis == Basis.REGISTERED ? 100 : 50;
    if (sharePercent < least || sharePercent > 100)
      throw new IllegalArgumentException(basis + " with a share of " + sharePercent + " %");
  }

  static LawCountry registered(Country country) {
    return new LawCountry(country, Basis.REGISTERED, 100);
  }

  static LawCountry derived(Country country, int sharePercent) {
    return new LawCountry(country, Basis.MAJORITY_OF_ADDRESSES, sharePercent);
  }

  /// How it is known, for people.
  public Text because() {
    return Text.of(LawCountry.class, basis.name().toLowerCase(Locale.ROOT), sharePercent);
  }
}
