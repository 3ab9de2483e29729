package org.testigo.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A country or territory by its code of ISO 3166-1 alpha-2, such as `MX`. Kosovo has none and goes
/// by `XK`, which the standard leaves to its users. What is a country is for others to say: this is
/// the list of the standard as the Java runtime has it.
///
/// @param code two capital letters
public record Country(String code) implements Comparable<Country> {
  private static final String KOSOVO = "XK";
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  public Country {
    if (!isCode(code)) throw new IllegalArgumentException("no country has the code " + code);
  }

  /// The country of a code in capital or small letters. Empty for a code that stands for no
  /// country, such as `EU`, `AP` or `ZZ` of some tables, and for one that was withdrawn, such as
  /// `AN`.
  public static Optional<Country> of(String code) {
    String capitals = code.toUpperCase(Locale.ROOT);
    return isCode(capitals) ? Optional.of(new Country(capitals)) : Optional.empty();
  }

  private static boolean isCode(String code) {
    return CODES.contains(code) || code.equals(KOSOVO);
  }

  /// The name in a language, such as `México` in Spanish.
  public String displayName(Locale language) {
    return Locale.of("", code).getDisplayCountry(language);
  }

  @Override
  public int compareTo(Country other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
