package org.testigo.infrastructure;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Countries as reports write them, in English or Spanish.
final class CountryNames {
  private static final Map<String, String> CODES = codes();

  private CountryNames() {}

  /// ISO 3166-1 alpha-2 of a code or name; empty where the words name no country.
  static Optional<String> code(String words) {
    return Optional.ofNullable(CODES.get(fold(words)));
  }

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.of("es", "MX")}) {
      for (String code : Locale.getISOCountries())
        codes.put(fold(Locale.of("", code).getDisplayCountry(language)), code);
    }
    for (String code : Locale.getISOCountries()) codes.put(fold(code), code);
    others().forEach((name, code) -> codes.put(fold(name), code));
    return Map.copyOf(codes);
  }

  /// Short, former and misspelt names that stand in published tables.
  private static Map<String, String> others() {
    return Map.ofEntries(
        Map.entry("UAE", "AE"),
        Map.entry("UK", "GB"),
        Map.entry("USA", "US"),
        Map.entry("Korea", "KR"),
        Map.entry("South Korea", "KR"),
        Map.entry("Macedonia", "MK"),
        Map.entry("Macdeonia", "MK"),
        Map.entry("Turkey", "TR"),
        Map.entry("Czech Republic", "CZ"),
        Map.entry("Swaziland", "SZ"),
        Map.entry("Ivory Coast", "CI"),
        Map.entry("Burma", "MM"),
        Map.entry("Kosovo", "XK"));
  }

  private static String fold(String words) {
    return Normalizer.normalize(words.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
