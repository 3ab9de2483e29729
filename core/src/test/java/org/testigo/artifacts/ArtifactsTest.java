package org.testigo.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every registered artifact must say of itself.
class ArtifactsTest {
  static List<Artifact> all() {
    return Artifacts.all();
  }

  @Test
  void idsAreUniqueAndSorted() {
    assertThat(all())
        .extracting(artifact -> artifact.spec().id())
        .doesNotHaveDuplicates()
        .isSorted()
        .contains("ios.backup-info", "ios.manifest", "ios.sms");
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhereItIsKnownFromAndWhoWritesIt(Artifact artifact) {
    assertThat(artifact.spec().references()).isNotEmpty().allMatch(url -> url.startsWith("https:"));
    assertThat(artifact.spec().writtenBy()).isNotBlank();
    assertThat(artifact.spec().versionsSeen()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhatItIsInBothLanguages(Artifact artifact) {
    var english = texts(artifact, "en");
    var spanish = texts(artifact, "es");
    assertThat(english.stringPropertyNames()).contains("title", "absence");
    assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(spanish.getProperty(key)).isNotBlank().isNotEqualTo(english.getProperty(key));
    }
  }

  private static Properties texts(Artifact artifact, String language) {
    String name = artifact.getClass().getSimpleName() + "_" + language + ".properties";
    var texts = new Properties();
    try (var stream = artifact.getClass().getResourceAsStream(name)) {
      assertThat(stream).as(name).isNotNull();
      if (stream != null) texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
