package org.testigo.networks;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.testigo.model.Country;

/// Countries as the numbers that stand in columns: 0 for none, then 1 for `AA` to 676 for `ZZ`.
final class CountryCodes {
  static final int NONE = 0;
  private static final int LETTERS = 26;
  private static final List<Optional<Country>> COUNTRIES =
      IntStream.rangeClosed(0, LETTERS * LETTERS).mapToObj(CountryCodes::decode).toList();

  private CountryCodes() {}

  static int of(Country country) {
    String code = country.code();
    return (code.charAt(0) - 'A') * LETTERS + (code.charAt(1) - 'A') + 1;
  }

  /// The number of a code as a table writes it; none where it stands for no country.
  static int of(String code) {
    return Country.of(code).map(CountryCodes::of).orElse(NONE);
  }

  static boolean isNumber(int number) {
    return number == NONE
        || number > 0 && number < COUNTRIES.size() && COUNTRIES.get(number).isPresent();
  }

  static Optional<Country> country(int number) {
    return COUNTRIES.get(number);
  }

  private static Optional<Country> decode(int number) {
    if (number == NONE) return Optional.empty();
    int index = number - 1;
    return Country.of("" + (char) ('A' + index / LETTERS) + (char) ('A' + index % LETTERS));
  }
}
