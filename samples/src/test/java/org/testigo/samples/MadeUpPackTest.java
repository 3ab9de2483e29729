package org.testigo.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.indicators.Packs;

class MadeUpPackTest {
  @TempDir Path folder;

  @Test
  void everyIndicatorLoads() throws Exception {
    Path pack = folder.resolve(MadeUpPack.FILE_NAME);
    MadeUpPack.writeTo(pack);
    var set = Packs.load(List.of(pack));
    assertThat(set.size()).isEqualTo(MadeUpPack.indicators()).isEqualTo(12);
    assertThat(set.packs().getFirst().loaded()).isTrue();
    assertThat(set.packs().getFirst().refused()).isEmpty();
  }
}
