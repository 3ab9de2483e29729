package org.testigo.samples.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlantsTest {
  private static final List<Plant> PLANTS = Plants.all();

  @Test
  void plantsTracesOverAllPlacesEachWithLookAlikes() {
    assertThat(PLANTS).hasSize(51).allSatisfy(plant -> assertThat(plant.nearMisses()).isNotEmpty());
    assertThat(PLANTS.stream().map(Plant::place)).contains(Place.values());
    assertThat(PLANTS.stream().map(Plant::value)).doesNotHaveDuplicates();
    assertThat(PLANTS.getFirst())
        .isEqualTo(
            new Plant(
                1,
                Place.MESSAGE_TEXT,
                "domain-name:value",
                "evil-01.test",
                "mira https://evil-01.test/a?x=1",
                List.of(
                    "mira https://notevil-01.test/a?x=1",
                    "mira https://evil-01.test.example/a?x=1")));
  }
}
