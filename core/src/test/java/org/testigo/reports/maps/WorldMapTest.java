package org.testigo.reports.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldMapTest {
  private final WorldMap world = WorldMap.bundled();

  @Test
  void hasSmallPlacesThatCoarserMapsLack() {
    assertThat(world.shapes()).hasSize(236).containsKeys("BH", "SG", "HK", "MT", "MX");
  }

  @Test
  void everyShapeHasAPathAndItsCentreOnTheMap() {
    assertThat(world.shapes().values())
        .allSatisfy(shape -> {
          assertThat(shape.path()).startsWith("M").matches("[MlzZ0-9 -]+");
          assertThat(shape.x()).isBetween(0, world.width());
          assertThat(shape.y()).isBetween(0, world.height());
        });
  }

  @Test
  void theCentreOfFranceLiesInEurope() {
    var france = world.shape(Optional.of("FR")).orElseThrow();
    var spain = world.shape(Optional.of("ES")).orElseThrow();
    var germany = world.shape(Optional.of("DE")).orElseThrow();
    assertThat(france.x()).isBetween(spain.x(), germany.x());
    assertThat(france.y()).isBetween(germany.y(), spain.y());
  }

  @Test
  void landWithoutACodeIsNoCountry() {
    assertThat(world.shape(Optional.of(""))).isEmpty();
    assertThat(world.shape(Optional.of("ZZ"))).isEmpty();
    assertThat(world.disputed()).startsWith("M");
  }
}
