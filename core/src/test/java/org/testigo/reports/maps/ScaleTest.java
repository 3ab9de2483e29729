package org.testigo.reports.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void eachClassHoldsAsManyAsAnother() {
    var scale = Scale.quantiles(LongStream.rangeClosed(1, 10).boxed().toList());
    assertThat(scale.lowest()).containsExactly(1L, 3L, 5L, 7L, 9L);
    assertThat(LongStream.of(0, 1, 2, 3, 9, 1000).mapToObj(scale::classOf))
        .containsExactly(0, 1, 1, 2, 5, 5);
  }

  @Test
  void fewDifferentValuesGiveFewClasses() {
    assertThat(Scale.quantiles(List.of(1L, 1L, 1L, 7L)).lowest()).containsExactly(1L, 7L);
    assertThat(Scale.quantiles(List.of()).classOf(5)).isZero();
  }

  @Test
  void classesRise() {
    assertThatThrownBy(() -> new Scale(List.of(2L, 2L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
