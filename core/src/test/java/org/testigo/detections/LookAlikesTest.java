package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.detections.LookAlikes.LookAlike;
import org.testigo.detections.LookAlikes.Manner;
import org.testigo.indicators.PublicSuffixList;

class LookAlikesTest {

  @ParameterizedTest
  @CsvSource({
    "y0utube.example, youtube, DRAWN_ALIKE",
    "teice1.example, telcel, DRAWN_ALIKE",
    "xn--fcebook-2fg.example, facebook, DRAWN_ALIKE",
    "rnilenio.example, milenio, DRAWN_ALIKE",
    "animal-politico.example, animalpolitico, HYPHENATED",
    "twiitter.com.mx, twitter, MISSPELT",
    "facebok.example, facebook, MISSPELT",
    "santnader.example, santander, MISSPELT",
    "aristeguinotisia.example, aristeguinoticias, MISSPELT",
    "ideas-telcel.com.mx, telcel, BESIDE_WORDS",
    "bbva-fotos.example, bbva, BESIDE_WORDS",
    "televisanoticias24.example, televisa, BESIDE_WORDS",
    "mibanorte.example, banorte, BESIDE_WORDS",
    "claro-facturas.example, claro, BESIDE_WORDS",
    "bbva.com.algo.example, bbva, LEFT_OF_ANOTHER",
    "login-paypal.algo.example, paypal, LEFT_OF_ANOTHER",
    "unotv.example, unotv, OTHER_ENDING",
  })
  void imitationsAreToldWithTheirManner(String host, String brand, Manner manner) {
    assertThat(of(host).map(like -> like.brand().name())).contains(brand);
    assertThat(of(host).map(LookAlike::manner)).contains(manner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "claro-que-si.example",
        "reforma-agraria.example",
        "apple-pie-recipes.example",
        "el-proceso-creativo.example",
        "banco-de-alimentos.example",
        "noticias-del-valle.example",
        "uberto.example",
        "santana.example",
        "movistas.mx.example",
        "bbva.pe",
        "xn--maana-pta.example",
        "-.example",
      })
  void otherNamesAreNot(String host) {
    assertThat(of(host)).isEmpty();
  }

  @Test
  void noTrueDomainOfABrandIsTakenForAnImitationOrUnknown() {
    var brands = Brands.listed().all();
    assertThat(brands).hasSizeGreaterThan(90);
    for (var brand : brands)
      for (String domain : brand.domains())
        assertThat(Brands.listed().isKnown("www." + domain)).as(domain).isTrue();
  }

  @Test
  void knownDomainsEndAtWholeLabels() {
    assertThat(Brands.listed().isKnown("mx.bbva.com")).isTrue();
    assertThat(Brands.listed().isKnown("notbbva.com")).isFalse();
    assertThat(Brands.listed().isKnown("bbva.com.algo.example")).isFalse();
    assertThat(Brands.listed().isKnown("com")).isFalse();
  }

  @Test
  void brandsAreNamedInOneWordOrTwo() {
    assertThat(named("Un aviso de UNO TV")).contains("unotv");
    assertThat(named("BBVA: aviso")).contains("bbva");
    assertThat(named("claro que sí, el proceso de reforma")).isEmpty();
  }

  @Test
  void distanceCountsSwappedNeighboursOnce() {
    assertThat(LookAlikes.differsByAtMost(1, "yuotube", "youtube")).isTrue();
    assertThat(LookAlikes.differsByAtMost(1, "yutub", "youtube")).isFalse();
    assertThat(LookAlikes.differsByAtMost(2, "yutube", "youtub")).isTrue();
    assertThat(LookAlikes.differsByAtMost(0, "same", "same")).isTrue();
  }

  private static Optional<String> named(String text) {
    return Brands.listed().namedIn(FoldedWords.of(text)).map(Brands.Brand::name);
  }

  private static Optional<LookAlike> of(String host) {
    return LookAlikes.of(host, PublicSuffixList.registrableDomain(host).orElse(host));
  }
}
