package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testigo.detections.LureWords.Hit;
import org.testigo.detections.LureWords.Theme;

class LureWordsTest {

  @Test
  void wordsAreFoldedAndCut() {
    assertThat(FoldedWords.of("¡FALLECIÓ mi Papá! Año 2016: 'pingüino'…"))
        .containsExactly("fallecio", "mi", "papa", "ano", "2016", "pinguino");
    assertThat(FoldedWords.of("Привет 日本")).containsExactly("привет", "日本");
    String endless = IntStream.range(0, 1_000).mapToObj(i -> "w").collect(Collectors.joining(" "));
    assertThat(FoldedWords.of(endless)).hasSize(400);
  }

  @Test
  void theWeightiestWordsOfEachThemeAreGiven() {
    var hits =
        LureWords.listed()
            .in(FoldedWords.of("Estamos de luto: falleció. Hay orden de aprehensión"));

    assertThat(hits).containsOnlyKeys(Theme.DEATH, Theme.LEGAL);
    assertThat(hits.get(Theme.DEATH)).isEqualTo(new Hit(Theme.DEATH, "fallecio", 3));
    assertThat(hits.get(Theme.LEGAL)).isEqualTo(new Hit(Theme.LEGAL, "orden de aprehension", 3));
  }

  @Test
  void starsStandForEndingsOnly() {
    assertThat(LureWords.listed().in(FoldedWords.of("secuestraron"))).containsKey(Theme.VIOLENCE);
    assertThat(LureWords.listed().in(FoldedWords.of("autosecuestro"))).isEmpty();
    assertThat(LureWords.listed().in(FoldedWords.of("orden de"))).isEmpty();
  }

  @Test
  void everyListedLineIsWrittenAsItIsComparedAndStandsOnce() {
    var seen = new HashMap<String, String>();
    for (String line : DataLines.ofLures("words.tsv")) {
      String[] fields = line.split("\t", -1);
      assertThat(String.join(" ", FoldedWords.of(fields[3]))).isEqualTo(fields[3].replace("*", ""));
      assertThat(fields[1]).isIn("es", "en");
      assertThat(Integer.parseInt(fields[2])).isBetween(1, 3);
      seen.merge(fields[0] + fields[1] + fields[3], line, (a, b) -> a + "|" + b);
    }
    assertThat(seen.values()).noneMatch(lines -> lines.contains("|"));
  }

  @Test
  void everyThemeHasWordsInBothLanguagesAndAText() {
    var texts = ResourceBundle.getBundle(LureMessages.class.getName(), Locale.ENGLISH);
    for (var theme : Theme.values()) {
      assertThat(texts.containsKey("point.theme." + theme.word())).isTrue();
      for (String language : new String[] {"es", "en"})
        assertThat(DataLines.ofLures("words.tsv"))
            .anyMatch(line -> line.startsWith(theme.word() + "\t" + language));
    }
  }
}
