package org.testigo.detections.fingerprints;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.model.IpAddress;

/// What an extracted value is; a text that is no such value is not taken.
enum ValueKind {
  TEXT,
  /// The first IP address in it.
  ADDRESS,
  /// ISO 3166-1 alpha-2, from the code or the English name.
  COUNTRY,
  /// ISO 3166-1 alpha-2, from the end of a domain such as `com.mx`.
  DOMAIN_COUNTRY,
  /// ISO 639, of a tag such as `es-MX`.
  LANGUAGE,
  /// ISO 4217.
  CURRENCY;

  private static final Pattern NOT_OF_ADDRESSES = Pattern.compile("[^0-9A-Fa-f.:]+");
  private static final Map<String, String> COUNTRIES = countries();

  Optional<String> read(String text) {
    String value = text.strip();
    if (value.isEmpty()) return Optional.empty();
    return switch (this) {
      case TEXT -> Optional.of(value);
      case ADDRESS -> address(value);
      case COUNTRY -> Optional.ofNullable(COUNTRIES.get(value.toLowerCase(Locale.ROOT)));
      case DOMAIN_COUNTRY -> domainCountry(value);
      case LANGUAGE -> language(value);
      case CURRENCY -> currency(value);
    };
  }

  private static Optional<String> address(String text) {
    return NOT_OF_ADDRESSES
        .splitAsStream(text)
        .flatMap(token -> IpAddress.parse(token).stream())
        .map(IpAddress::toString)
        .findFirst();
  }

  private static Optional<String> domainCountry(String domain) {
    String last = domain.substring(domain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (last.equals("uk")) return Optional.of("GB");
    return last.length() == 2 ? Optional.ofNullable(COUNTRIES.get(last)) : Optional.empty();
  }

  /// As rules write it.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
