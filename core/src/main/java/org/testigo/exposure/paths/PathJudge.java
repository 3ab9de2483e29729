package org.testigo.exposure.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testigo.exposure.attribution.Attribution;
import org.testigo.exposure.attribution.Attributor;
import org.testigo.model.Country;
import org.testigo.model.IpAddress;
import org.testigo.model.NetworkPath;
import org.testigo.model.Source;

/// Says of a measured way through which countries it led.
public final class PathJudge {
  /// Light in glass goes 200 km in a millisecond, and there and back is twice the way.
  private static final double KILOMETRES_PER_ROUND_TRIP_MILLISECOND = 100;

  private static final double MICROS_PER_MILLISECOND = 1000;

  private final Attributor attributor;
  private final CountryCircles circles = new CountryCircles();

  public PathJudge(Attributor attributor) {
    this.attributor = attributor;
  }

  public JudgedPath judge(NetworkPath path, Source source) {
    var start = start(path);
    var hops = path.hops().stream().map(hop -> judge(hop, start)).toList();
    var end = end(path, hops);
    return new JudgedPath(
        path,
        source,
        hops,
        start,
        end,
        between(hops.stream().flatMap(hop -> hop.country().stream()), start, end),
        between(hops.stream().flatMap(hop -> hop.laws().stream()), start, end));
  }

  /// That of the sender; where it is not recorded, or is an address of a house, that of the first
  /// router outside.
  private Optional<Country> start(NetworkPath path) {
    var routers =
        path.hops().stream()
            .flatMap(hop -> hop.answers().stream().limit(1))
            .map(NetworkPath.Answer::from);
    return Stream.concat(path.from().stream(), routers)
        .flatMap(address -> country(address).stream())
        .findFirst();
  }

  private Optional<Country> end(NetworkPath path, List<JudgedHop> hops) {
    if (path.destination().isPresent()) return country(path.destination().get());
    if (!path.isReached() || hops.isEmpty()) return Optional.empty();
    return hops.getLast().country();
  }

  private Optional<Country> country(IpAddress address) {
    return attributor.of(address).place().country();
  }

  private JudgedHop judge(NetworkPath.Hop hop, Optional<Country> start) {
    if (hop.answers().isEmpty())
      return new JudgedHop(
          hop.number(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);
    var first = hop.answers().getFirst();
    var attribution = attributor.of(first.from());
    var soonest = soonest(hop, first.from());
    return new JudgedHop(
        hop.number(),
        Optional.of(first.from()),
        first.name(),
        soonest,
        Optional.of(attribution),
        isTooFar(start, attribution, soonest));
  }

  /// The least of the router's times is nearest to that of light.
  private static Optional<Long> soonest(NetworkPath.Hop hop, IpAddress router) {
    return hop.answers().stream()
        .filter(answer -> answer.from().equals(router))
        .flatMap(answer -> answer.roundTripMicros().stream())
        .min(Long::compare);
  }

  private boolean isTooFar(
      Optional<Country> start, Attribution attribution, Optional<Long> soonestMicros) {
    var claimed = attribution.place().country();
    if (start.isEmpty() || claimed.isEmpty() || soonestMicros.isEmpty()) return false;
    double reach =
        soonestMicros.get() / MICROS_PER_MILLISECOND * KILOMETRES_PER_ROUND_TRIP_MILLISECOND;
    var least = circles.leastKilometres(start.get(), claimed.get());
    return least.isPresent() && least.getAsDouble() > reach;
  }

  private static List<Country> between(
      Stream<Country> countries, Optional<Country> start, Optional<Country> end) {
    var between = new ArrayList<Country>();
    countries
        .filter(country -> !Optional.of(country).equals(start))
        .filter(country -> !Optional.of(country).equals(end))
        .distinct()
        .forEach(between::add);
    return between;
  }
}
