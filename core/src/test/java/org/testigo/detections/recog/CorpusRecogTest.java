package org.testigo.detections.recog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.detections.recog.RecogFingerprint.Example;

/// The files of the Recog project: every example matches its own fingerprint first and gives what
/// it names.
class CorpusRecogTest {
  private final List<String> refused = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int fingerprints;
  private int examples;

  @Test
  void everyExampleMatchesItsOwnFingerprintFirst() {
    for (Path file : Corpus.filesBelow("scans/recog/xml"))
      if (file.toString().endsWith(".xml")) check(read(file));

    System.out.printf("recog: %d fingerprints, %d examples%n", fingerprints, examples);
    assertThat(refused).isEmpty();
    assertThat(failures).isEmpty();
    assertThat(fingerprints).isEqualTo(2430);
    assertThat(examples).isEqualTo(3741);
  }

  @Test
  void theProjectsOwnSamplesPassAndFailAsNamed() {
    check(feature("successful_tests.xml"));
    check(feature("matching_banners_fingerprints.xml"));
    assertThat(failures).isEmpty();

    check(feature("tests_with_failures.xml"));
    assertThat(failures)
        .containsExactly(
            "foo test: bar does not match",
            ": This almost matches does not match",
            "bar test: os.version of bar 1.0 is 1.0, expected 5.0",
            "example with untested parameter: bar 1.0 is taken by bar test");
    assertThat(refused).isEmpty();
  }

  @Test
  void whatIsNoFingerprintIsRefusedAlone() {
    assertThat(feature("schema_failure.xml").fingerprints()).isEmpty();
    assertThat(refused).containsExactly(": a fingerprint without a pattern");
    assertThat(feature("no_tests.xml").fingerprints()).isEmpty();
  }

  @SuppressWarnings("ReferenceEquality") // two may be alike; it has to be this one
  private void check(RecogDatabase database) {
    fingerprints += database.fingerprints().size();
    for (RecogFingerprint fingerprint : database.fingerprints())
      for (Example example : fingerprint.examples()) check(database, fingerprint, example);
  }

  @SuppressWarnings("ReferenceEquality") // two may be alike; it has to be this one
  private void check(RecogDatabase database, RecogFingerprint own, Example example) {
    examples++;
    var match = database.match(example.text());
    if (match.isEmpty()) {
      failures.add("%s: %s does not match".formatted(own.description(), example.text()));
    } else if (match.get().fingerprint() != own) {
      failures.add(
          "%s: %s is taken by %s"
              .formatted(
                  own.description(), example.text(), match.get().fingerprint().description()));
    } else {
      compare(own, example, match.get().values());
    }
  }

  private void compare(RecogFingerprint own, Example example, Map<String, String> values) {
    example
        .expected()
        .forEach((name, expected) -> {
          if (!expected.equals(values.get(name)))
            failures.add(
                "%s: %s of %s is %s, expected %s"
                    .formatted(
                        own.description(), name, example.text(), values.get(name), expected));
        });
  }

  private RecogDatabase feature(String name) {
    return read(Corpus.path("scans/recog/features/data/" + name));
  }

  private RecogDatabase read(Path file) {
    String name = String.valueOf(file.getFileName());
    return RecogReader.read(
        Corpus.read(file),
        name.substring(0, name.lastIndexOf('.')),
        (description, why) -> refused.add(description + ": " + why));
  }
}
