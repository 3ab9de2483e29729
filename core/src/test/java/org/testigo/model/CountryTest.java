package org.testigo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountryTest {
  @Test
  void namesAreThoseOfTheLanguage() {
    var mexico = new Country("MX");
    assertThat(mexico.displayName(Locale.of("es"))).isEqualTo("México");
    assertThat(mexico.displayName(Locale.ENGLISH)).isEqualTo("Mexico");
    assertThat(new Country("XK").displayName(Locale.ENGLISH)).isEqualTo("Kosovo");
  }

  @Test
  void everyCountryHasANameInBothLanguages() {
    assertThat(Locale.getISOCountries()).hasSizeGreaterThan(240);
    for (String code : Locale.getISOCountries())
      for (Locale language : new Locale[] {Locale.ENGLISH, Locale.of("es")})
        assertThat(new Country(code).displayName(language))
            .hasSizeGreaterThan(2)
            .isNotEqualTo(code);
  }

  @Test
  void codesThatStandForNoCountryAreNone() {
    assertThat(Country.of("mx")).contains(new Country("MX"));
    for (String code : new String[] {"", "EU", "AP", "ZZ", "AN", "UK", "MEX", "-", "ñx"})
      assertThat(Country.of(code)).as(code).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Country("mx"))
        .withMessage("no country has the code mx");
  }
}
