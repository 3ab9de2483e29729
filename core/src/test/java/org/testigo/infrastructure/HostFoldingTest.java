package org.testigo.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.infrastructure.Seen.atlas;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostFoldingTest {

  @Test
  void aLineThatChangesItsAddressIsOneHost() {
    var seen = line(6);
    var atlas = atlas(seen.toArray(new Seen[0]));
    assertThat(atlas.hosts()).hasSize(1);
    assertThat(atlas.hosts().getFirst().merges())
        .extracting(Host.Merge::reason)
        .containsExactly(Host.Reason.DYNAMIC_LINE);
    assertThat(atlas.hosts().getFirst().addresses()).hasSize(6);
  }

  /// Each address on a day of its own, and one day with two.
  private static List<Seen> line(int addresses) {
    var seen = new ArrayList<Seen>();
    for (int i = 0; i < addresses; i++)
      seen.add(shows("10.1.%d.7".formatted(i * 9), "2013-03-%02d".formatted(1 + i * 2 / 3)));
    return seen;
  }

  private static Seen shows(String address, String day) {
    return Seen.at(address, day).publishedAs("rcs").shows("leaf");
  }

  @Test
  void threeOnADayAreNoLine() {
    var seen = line(6);
    seen.add(shows("10.1.200.1", "2013-03-01"));
    seen.add(shows("10.1.201.1", "2013-03-01"));
    assertThat(atlas(seen.toArray(new Seen[0])).hosts()).hasSize(8);
  }

  @Test
  void fewAddressesMayBeAServerThatMoved() {
    assertThat(atlas(line(4).toArray(new Seen[0])).hosts()).hasSize(4);
  }

  @Test
  void addressesOfSeveralNetworksAreNoLine() {
    var seen = new ArrayList<Seen>();
    for (int i = 0; i < 6; i++) seen.add(shows("10.%d.0.7".formatted(i), "2013-03-0" + (i + 1)));
    assertThat(atlas(seen.toArray(new Seen[0])).hosts()).hasSize(6);
  }

  @Test
  void addressesThatStayAreNoLine() {
    var seen = new ArrayList<Seen>();
    for (int i = 0; i < 6; i++) {
      seen.add(shows("10.1.%d.7".formatted(i * 9), "2013-0%d-01".formatted(i + 1)));
      seen.add(shows("10.1.%d.7".formatted(i * 9), "2013-0%d-20".formatted(i + 1)));
    }
    assertThat(atlas(seen.toArray(new Seen[0])).hosts()).hasSize(6);
  }

  @Test
  void neighboursWithOneCertificateAtOneTimeAreOneHost() {
    var atlas =
        atlas(
            shows("192.0.2.10", "2013-03-01"),
            shows("192.0.2.10", "2013-05-01"),
            shows("192.0.2.11", "2013-04-01"),
            shows("192.0.2.12", "2014-01-01"),
            shows("192.0.2.14", "2013-04-01"),
            Seen.at("192.0.2.15", "2013-04-01").publishedAs("rcs").shows("another"));
    assertThat(atlas.hosts())
        .extracting(host -> host.id() + " " + host.addresses())
        .containsExactly(
            "H0001 [192.0.2.10, 192.0.2.11]",
            "H0002 [192.0.2.12]",
            "H0003 [192.0.2.14]",
            "H0004 [192.0.2.15]");
    assertThat(atlas.hosts().getFirst().merges())
        .extracting(Host.Merge::reason, Host.Merge::confidence)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Host.Reason.ADJACENT, 60));
  }

  @Test
  void aBlockThatAnswersAlikeForAMonthIsOneHost() {
    assertThat(atlas(block(8, "2013-01-%02d", 4).toArray(new Seen[0])).hosts())
        .singleElement()
        .satisfies(host ->
            assertThat(host.merges())
                .extracting(Host.Merge::reason)
                .containsExactly(Host.Reason.BLOCK));
    assertThat(atlas(block(7, "2013-01-%02d", 4).toArray(new Seen[0])).hosts()).hasSize(7);
    assertThat(atlas(block(8, "2013-01-%02d", 1).toArray(new Seen[0])).hosts()).hasSize(8);
  }

  private static List<Seen> block(int addresses, String day, int stepDays) {
    var seen = new ArrayList<Seen>();
    for (int i = 0; i < addresses; i++)
      seen.add(
          Seen.at("192.0.2." + (16 + i), day.formatted(1 + i * stepDays))
              .publishedAs("rcs")
              .answers("page"));
    return seen;
  }
}
