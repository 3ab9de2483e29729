package org.testigo.detections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.testigo.artifacts.Artifacts;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.FindingClass;
import org.testigo.model.LedgerState;

/// Walks every detection that announced itself: what all of them owe to the person who reads.
class DetectionsTest {
  /// Words that no verdict and no finding may say, in both languages.
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(clean|safe|fine|limpi[oa]s?|segur[oa]s?|infected|infectad[oa]s?|hacked|hackead[oa]s?"
              + "|proved by|demostrado por)\\b|100 ?%",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[^}]*}");

  @Test
  void allAreSortedByIdAndEachIdStandsOnce() {
    var ids = Detections.all().stream().map(detection -> detection.spec().id()).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates().contains("indicators.match");
    assertThat(ids).allMatch(id -> id.matches("[a-z]+\\.[a-z-]+"));
  }

  @TestFactory
  Stream<DynamicTest> pagesAreWholeInBothLanguages() {
    return bundles()
        .map(owner ->
            DynamicTest.dynamicTest(
                owner.getSimpleName(),
                () -> {
                  var english = texts(owner, "en");
                  var spanish = texts(owner, "es");
                  assertThat(spanish.stringPropertyNames())
                      .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
                  for (String key : english.stringPropertyNames()) {
                    assertThat(arguments(spanish.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(english.getProperty(key)));
                    assertText(key, english.getProperty(key), Locale.ENGLISH);
                    assertText(key, spanish.getProperty(key), Locale.forLanguageTag("es"));
                    assertThat(spanish.getProperty(key))
                        .as(key)
                        .isNotEqualTo(english.getProperty(key));
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyPageAnswersWhatAPageAnswers() {
    return Detections.all().stream()
        .map(detection ->
            DynamicTest.dynamicTest(
                detection.spec().id(),
                () -> {
                  var keys = texts(detection.getClass(), "en").stringPropertyNames();
                  assertThat(keys).contains("title", "question", "why");
                  assertThat(keys).anyMatch(key -> key.contains("finding"));
                  assertThat(keys).anyMatch(key -> key.endsWith("explanation.1"));
                  assertThat(keys).anyMatch(key -> key.endsWith("step.1"));
                  for (String key : keys)
                    if (key.matches(".*\\.([2-9]|1\\d)")) assertThat(keys).contains(before(key));
                }));
  }

  @Test
  void whatTheyNeedAreArtifactsThatExist() {
    var known = Artifacts.all().stream().map(artifact -> artifact.spec().id()).toList();
    for (var detection : Detections.all())
      assertThat(known).as(detection.spec().id()).containsAll(detection.spec().needs());
  }

  @TestFactory
  Stream<DynamicTest> everyCheckAnswersWithoutEvidence() {
    return Detections.all().stream()
        .map(detection ->
            DynamicTest.dynamicTest(
                detection.spec().id(),
                () -> {
                  assertThat(detection.spec().needs()).isNotEmpty();
                  assertThat(detection.spec().references()).isNotEmpty();
                  assertThat(detection.spec().strongest()).isNotNull();
                  for (var state : List.of(LedgerState.UNREADABLE, LedgerState.OUT_OF_CONSENT))
                    assertThat(Seen.outcome(detection, IndicatorSet.NONE, Seen.everything(state)))
                        .isInstanceOf(Outcome.NotAssessed.class);
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyCheckWithAReadArtifactSaysNotFound() {
    var listed = new ListedValues().with(ListedValues.domain("evil.example", "p", "Condor"));
    return Detections.all().stream()
        .map(detection ->
            DynamicTest.dynamicTest(
                detection.spec().id(),
                () ->
                    assertThat(
                            Seen.outcome(detection, listed, Seen.everything(LedgerState.PARTIAL)))
                        .isEqualTo(new Outcome.NotFound(0))));
  }

  @Test
  void adviceGrowsWithTheClass() {
    assertThat(Advice.beforeTechnicalSteps(FindingClass.INFORMATION)).isEmpty();
    assertThat(Advice.beforeTechnicalSteps(FindingClass.ANOMALY)).hasSize(4);
    assertThat(Advice.beforeTechnicalSteps(FindingClass.EXECUTED))
        .extracting(text -> text.key())
        .containsExactly("people", "keep", "quiet", "sensitive", "ask");
  }

  private static Stream<Class<?>> bundles() {
    return Stream.concat(
        Detections.all().stream().map(Object::getClass),
        Stream.of(Advice.class, Assessment.class, Groups.class));
  }

  private static void assertText(String key, String pattern, Locale language) {
    assertThat(FORBIDDEN.matcher(pattern).results().map(found -> found.group())).as(key).isEmpty();
    var shown = new MessageFormat(pattern, language).format(new Object[] {1, 2, 3, 4, 5});
    assertThat(shown).as(key).isNotBlank().doesNotContain("{", "}");
    assertThat(pattern.replace("''", "")).as(key + " with a single apostrophe").doesNotContain("'");
  }

  private static Set<String> arguments(String pattern) {
    var numbers = new TreeSet<String>();
    ARGUMENT.matcher(pattern).results().forEach(found -> numbers.add(found.group(1)));
    return numbers;
  }

  private static String before(String key) {
    int dot = key.lastIndexOf('.');
    return key.substring(0, dot + 1) + (Integer.parseInt(key.substring(dot + 1)) - 1);
  }

  private static Properties texts(Class<?> owner, String language) throws IOException {
    var properties = new Properties();
    var name = owner.getSimpleName() + "_" + language + ".properties";
    try (var in = owner.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      properties.load(new InputStreamReader(in, UTF_8));
    }
    return properties;
  }
}
