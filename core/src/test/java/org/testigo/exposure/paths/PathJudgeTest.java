package org.testigo.exposure.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.exposure.MadeUpTraffic.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.exposure.MadeUpTraffic;
import org.testigo.model.Country;
import org.testigo.model.Location;
import org.testigo.model.NetworkPath;
import org.testigo.model.Source;

class PathJudgeTest {
  private static final Country MEXICO = new Country("MX");
  private static final Country GERMANY = new Country("DE");
  private static final Source SOURCE =
      new Source("network.traceroutes", "trace.txt", new Location.Line(1));

  private static JudgedPath judge(String target, NetworkPath.Hop... hops) {
    var path =
        new NetworkPath(
            "traceroute",
            Optional.of(address("192.0.2.1")),
            target,
            Optional.of(address(target)),
            List.of(hops),
            true);
    return new PathJudge(MadeUpTraffic.attributor()).judge(path, SOURCE);
  }

  private static NetworkPath.Hop hop(int number, String router, long... micros) {
    var answers = new ArrayList<NetworkPath.Answer>();
    for (long time : micros)
      answers.add(new NetworkPath.Answer(address(router), Optional.empty(), Optional.of(time)));
    return new NetworkPath.Hop(number, answers);
  }

  private static NetworkPath.Hop silent(int number) {
    return new NetworkPath.Hop(number, List.of());
  }

  @Test
  void aWayThatLeavesAndComesBackIsABoomerang() {
    var path =
        judge(
            "192.0.2.200",
            hop(1, "192.168.1.1", 900),
            silent(2),
            hop(3, "203.0.113.1", 130_000, 125_000),
            hop(4, "192.0.2.200", 250_000));
    assertThat(path.start()).contains(MEXICO);
    assertThat(path.end()).contains(MEXICO);
    assertThat(path.placesBetween()).containsExactly(GERMANY);
    assertThat(path.lawsBetween()).containsExactly(new Country("NL"));
    assertThat(path.isBoomerang()).isTrue();
    assertThat(path.isLegalBoomerang()).isTrue();
    assertThat(path.hops()).hasSize(4);
    assertThat(path.hops().get(2).roundTripMicros()).contains(125_000L);
    assertThat(path.hops().get(1).router()).isEmpty();
  }

  @Test
  void anAnswerSoonerThanLightContradictsTheCountry() {
    var path = judge("192.0.2.200", hop(1, "203.0.113.1", 20_000), hop(2, "192.0.2.200", 25_000));
    assertThat(path.hops().getFirst().isContradicted()).isTrue();
    assertThat(path.hops().getFirst().country()).isEmpty();
    assertThat(path.placesBetween()).isEmpty();
    assertThat(path.isBoomerang()).isFalse();
    assertThat(path.lawsBetween()).containsExactly(new Country("NL"));
    assertThat(path.isLegalBoomerang()).isTrue();
    assertThat(path.contradicted()).isEqualTo(1);
  }

  @Test
  void networksThatAreEverywhereHaveNoPlace() {
    var path = judge("192.0.2.200", hop(1, "198.51.100.1", 90_000));
    assertThat(path.hops().getFirst().country()).isEmpty();
    assertThat(path.lawsBetween()).containsExactly(new Country("US"));
  }

  @Test
  void aWayBetweenTwoCountriesIsNoBoomerang() {
    var path = judge("203.0.113.9", hop(1, "203.0.113.1", 130_000));
    assertThat(path.end()).contains(GERMANY);
    assertThat(path.isBoomerang()).isFalse();
    assertThat(path.placesBetween()).isEmpty();
  }

  @Test
  void leastDistancesAreNeverTooLong() {
    var circles = new CountryCircles();
    // Between the land of Mexico and Germany lie about 8,400 km.
    assertThat(circles.leastKilometres(MEXICO, GERMANY).orElseThrow()).isBetween(6_500.0, 8_400.0);
    assertThat(circles.leastKilometres(GERMANY, MEXICO))
        .isEqualTo(circles.leastKilometres(MEXICO, GERMANY));
    // Neighbours touch, and Portugal and Spain, too.
    assertThat(circles.leastKilometres(MEXICO, new Country("US")).orElseThrow()).isZero();
    assertThat(circles.leastKilometres(new Country("PT"), new Country("ES")).orElseThrow())
        .isZero();
    // From New Zealand to Spain it is nearly half the globe.
    assertThat(circles.leastKilometres(new Country("NZ"), new Country("ES")).orElseThrow())
        .isBetween(15_000.0, 19_900.0);
    assertThat(circles.leastKilometres(MEXICO, new Country("XK"))).isEmpty();
  }
}
