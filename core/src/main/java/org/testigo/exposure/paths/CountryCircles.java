package org.testigo.exposure.paths;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.testigo.model.Country;

/// The least distance between two countries, never too long: the land of each is covered by
/// circles.
///
/// The file `country-circles.tsv` has a line per country: its code, then of each circle latitude
/// and longitude in hundredths of a degree and the radius in kilometres. `pages/build/reach.mjs`
/// builds it from Natural Earth 1:50m.
final class CountryCircles {
  private static final String FILE = "country-circles.tsv";

  /// Mean radius of the Earth, IUGG.
  private static final double EARTH_KILOMETRES = 6371.0088;

  private final Map<String, List<Circle>> byCountry = new HashMap<>();

  private record Circle(double latitude, double longitude, double kilometres) {
    static Circle of(String cell) {
      String[] parts = cell.split(" ", -1);
      return new Circle(
          Math.toRadians(Integer.parseInt(parts[0]) / 100.0),
          Math.toRadians(Integer.parseInt(parts[1]) / 100.0),
          Integer.parseInt(parts[2]));
    }

    /// By the haversine formula, minus both radii.
    double gapTo(Circle other) {
      double half = Math.sin((other.latitude - latitude) / 2);
      double turn = Math.sin((other.longitude - longitude) / 2);
      double chord = half * half + Math.cos(latitude) * Math.cos(other.latitude) * turn * turn;
      double between = 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
      return Math.max(0, between - kilometres - other.kilometres);
    }
  }

  CountryCircles() {
    try (var in = CountryCircles.class.getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException("the program lacks its data " + FILE);
      new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(this::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    String[] cells = line.split("\t", -1);
    var circles = new ArrayList<Circle>();
    for (int i = 1; i < cells.length; i++) circles.add(Circle.of(cells[i]));
    byCountry.put(cells[0], circles);
  }

  /// Empty where the map does not have one of them.
  OptionalDouble leastKilometres(Country one, Country other) {
    if (one.equals(other)) return OptionalDouble.of(0);
    var here = byCountry.getOrDefault(one.code(), List.of());
    var there = byCountry.getOrDefault(other.code(), List.of());
    return here.stream().flatMapToDouble(circle -> there.stream().mapToDouble(circle::gapTo)).min();
  }
}
