package org.testigo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.samples.large.Scale;

class InputsTest {
  @TempDir Path folder;

  @Test
  void neverTakesAFolderWithSomethingElseInIt() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> Inputs.in(folder, Scale.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder + " is not empty and no work folder of a benchmark");
    assertThat(mine).hasContent("mine");
    assertThat(folder.resolve("made")).doesNotExist();
  }
}
