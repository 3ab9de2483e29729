package org.testigo.detections.fingerprints;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.testigo.model.IpAddress;

/// What an extracted value is; a text that is no such value is not taken.
enum ValueKind {
  TEXT,
  /// An IP address.
  ADDRESS,
  /// ISO 3166-1 alpha-2, from the code or the English name.
  COUNTRY,
  /// ISO 639, of a tag such as `es-MX`.
  LANGUAGE,
  /// ISO 4217.
  CURRENCY;

  private static final Map<String, String> COUNTRIES = countries();

  Optional<String> read(String text) {
    String value = text.strip();
    if (value.isEmpty()) return Optional.empty();
    return switch (this) {
      case TEXT -> Optional.of(value);
      case ADDRESS -> IpAddress.parse(value).map(IpAddress::toString);
      case COUNTRY -> Optional.ofNullable(COUNTRIES.get(value.toLowerCase(Locale.ROOT)));
      case LANGUAGE -> language(value);
      case CURRENCY -> currency(value);
    };
  }

  private static Optional<String> language(String tag) {
    String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    return language.isEmpty() ? Optional.empty() : Optional.of(language);
  }

  private static Optional<String> currency(String code) {
    boolean isKnown =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    return isKnown ? Optional.of(code) : Optional.empty();
  }

  private static Map<String, String> countries() {
    var countries = new HashMap<String, String>();
    for (String code : Locale.getISOCountries()) {
      var country = Locale.of("", code);
      countries.put(code.toLowerCase(Locale.ROOT), code);
      countries.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
    return Map.copyOf(countries);
  }
}
