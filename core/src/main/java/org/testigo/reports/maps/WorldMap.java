package org.testigo.reports.maps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The shapes of the world's countries.
///
/// The file has a line per shape, tab-separated: the code (ISO 3166-1 alpha-2; empty for land
/// without one), the centre of the largest piece (x, y), the path. Lines that begin with `#` hold
/// the size, the outline of the globe and the disputed borders.
///
/// @param width of the drawing; all shapes lie inside
/// @param sphere path of the outline of the globe
/// @param disputed path of the borders of which two sides claim the land
/// @param shapes by code, in its order
public record WorldMap(
    int width, int height, String sphere, String disputed, Map<String, Shape> shapes) {
  private static final String FILE = "world.tsv";

  public WorldMap {
    shapes = Collections.unmodifiableMap(new TreeMap<>(shapes));
  }

  /// A country on the map.
  ///
  /// @param x of the middle of its largest piece of land
  public record Shape(String code, int x, int y, String path) {}

  /// The map that lies in the jar.
  public static WorldMap bundled() {
    try (var in = WorldMap.class.getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException(FILE + " is not in the jar");
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      String[] size = header(lines, "#size");
      String[] sphere = header(lines, "#sphere");
      String[] disputed = header(lines, "#disputed");
      var shapes = new TreeMap<String, Shape>();
      lines.lines().map(WorldMap::shape).forEach(shape -> shapes.put(shape.code(), shape));
      return new WorldMap(
          Integer.parseInt(size[1]), Integer.parseInt(size[2]), sphere[1], disputed[1], shapes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] header(BufferedReader lines, String name) throws IOException {
    var line = String.valueOf(lines.readLine());
    if (!line.startsWith(name + "\t")) throw new IllegalStateException(FILE + " lacks " + name);
    return line.split("\t", -1);
  }

  private static Shape shape(String line) {
    String[] parts = line.split("\t", -1);
    return new Shape(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3]);
  }

  /// Where a country lies; empty for a code that the map does not know.
  public Optional<Shape> shape(Optional<String> code) {
    return code.filter(text -> !text.isEmpty()).map(shapes::get);
  }
}
