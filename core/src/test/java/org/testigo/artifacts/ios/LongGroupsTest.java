package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.testigo.model.LimitHitException;

final class LongGroupsTest {
  private static List<Long> group(LongGroups groups, long key) {
    var values = new ArrayList<Long>();
    groups.forEach(key, values::add);
    return values;
  }

  @Test
  void keepsTheOrderOfAddingInAGroup() {
    var groups = new LongGroups();
    groups.add(7, 3);
    groups.add(Long.MAX_VALUE, 4);
    groups.add(-7, 5);
    groups.add(7, 1);
    groups.add(7, 2);
    assertThat(group(groups, 7)).containsExactly(3L, 1L, 2L);
    assertThat(group(groups, Long.MAX_VALUE)).containsExactly(4L);
    assertThat(group(groups, 8)).isEmpty();
    assertThat(groups.has(-7)).isTrue();
    assertThat(groups.has(0)).isFalse();
    assertThat(groups.firstOr(7, 0)).isEqualTo(3);
    assertThat(groups.firstOr(9, 42)).isEqualTo(42);
  }

  @Test
  void agreesWithAMapOverRandomPairs() {
    var random = new Random(11);
    var groups = new LongGroups();
    var expected = new TreeMap<Long, List<Long>>();
    for (long value = 0; value < 10_000; value++) {
      long key = random.nextLong(-350, 350);
      groups.add(key, value);
      expected.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }
    expected.forEach((key, values) -> assertThat(group(groups, key)).isEqualTo(values));
    var all = new ArrayList<Long>();
    groups.forEach((_, value) -> all.add(value));
    assertThat(all).isEqualTo(expected.values().stream().flatMap(List::stream).toList());
  }

  @Test
  void stopsAtItsLimit() {
    var groups = new LongGroups();
    for (int i = 0; i < LongGroups.MOST; i++) groups.add(1, i);
    assertThat(groups.firstOr(1, -1)).isZero();
    assertThatThrownBy(() -> groups.add(1, 0))
        .isInstanceOf(LimitHitException.class)
        .hasMessage("limit of 2000000 rows reached");
  }
}
