package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacksUpdateNameTest {

  @Test
  void theNameTellsPathAndSource() {
    assertThat(PacksUpdateName.of("2021-07-18_nso/pegasus.stix2", "A/b/master/pegasus.stix2"))
        .isEqualTo("2021-07-18_nso-pegasus-874b81607f93.stix2");
  }

  @Test
  void sourcesOfOneNameAreToldApart() {
    assertThat(PacksUpdateName.of("malware.stix2", "a/malware.stix2"))
        .isNotEqualTo(PacksUpdateName.of("malware.stix2", "b/malware.stix2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../../x",
        "/",
        "CON",
        "con.txt",
        "NUL.a.json",
        ".hidden",
        "a\u0000b.csv",
        "x.refused",
        "x.exe",
        "--help",
        "ñandú/✓.json",
        "a\\b:c*?.stix2",
        "x.stix2.",
        "\u202etxt.csv"
      })
  void noNameIsMoreThanAName(String path) {
    assertThat(PacksUpdateName.of(path, path))
        .matches("[A-Za-z0-9][A-Za-z0-9_-]*-[0-9a-f]{12}(\\.(csv|json|stix2|txt))?");
  }

  @Test
  void aLongNameKeepsItsEnd() {
    var name = PacksUpdateName.of("a".repeat(500) + "/end.stix2", "source");
    assertThat(name).hasSize(60 + 1 + 12 + ".stix2".length()).contains("aaa-end-");
  }
}
