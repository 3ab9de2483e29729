package org.testigo.reports.maps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.reports.html.Html;

/// One map: countries coloured by class, arcs between them, and the countries' codes, so that a
/// grey print can still be read.
///
/// @param id of the element in the page
/// @param description the text for those who do not see it: extremes and counts
/// @param values by country code; a country that is not in it is hatched
/// @param arcs drawn in the given order
public record MapPicture(
    WorldMap world,
    String id,
    String description,
    Scale scale,
    Map<String, Value> values,
    List<Arc> arcs) {
  public MapPicture {
    values = Map.copyOf(values);
    arcs = List.copyOf(arcs);
  }

  /// The value of a country.
  ///
  /// @param shown what a pointer over it reads, such as `Germany: 12`
  /// @param active the first and last month in which there was something, counted as the slider
  ///   does; empty where time plays no part
  public record Value(long number, String shown, Optional<Months> active) {}

  /// From one month to another, counted from the first of the picture.
  public record Months(int first, int last) {
    public Months {
      if (last < first) throw new IllegalArgumentException(first + " to " + last);
    }
  }

  /// A line between two countries.
  ///
  /// @param style the class that tells its grade, such as `strong`
  /// @param directed whether the evidence gives an order; without it there is no arrow
  public record Arc(
      String from,
      String to,
      String style,
      boolean directed,
      String shown,
      Optional<Months> active) {}

  public void write(Html html) {
    var frame = "0 0 %d %d".formatted(world.width(), world.height());
    html.open(
        "svg",
        "id",
        id,
        "class",
        "map",
        "viewBox",
        frame,
        "role",
        "img",
        "aria-label",
        description);
    definitions(html);
    path(html, world.sphere(), "sea");
    world.shapes().values().forEach(shape -> country(html, shape));
    path(html, world.disputed(), "disputed");
    arcs.forEach(arc -> arc(html, arc));
    world.shapes().values().forEach(shape -> label(html, shape));
    html.close();
  }

  private void definitions(Html html) {
    html.open("defs");
    html.open(
        "pattern",
        "id",
        id + "-hatch",
        "width",
        "60",
        "height",
        "60",
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(45)");
    html.element("rect", "", "width", "60", "height", "60", "class", "hatch-ground");
    html.element("rect", "", "width", "14", "height", "60", "class", "hatch-line");
    html.close();
    html.open(
        "marker",
        "id",
        id + "-tip",
        "viewBox",
        "0 0 10 10",
        "refX",
        "9",
        "refY",
        "5",
        "markerWidth",
        "4",
        "markerHeight",
        "4",
        "orient",
        "auto-start-reverse");
    html.element("path", "", "d", "M0 0L10 5L0 10z", "class", "tip");
    html.close().close();
  }

  private static void path(Html html, String d, String style) {
    html.element("path", "", "d", d, "class", style);
  }

  private void country(Html html, WorldMap.Shape shape) {
    var value = values.get(shape.code());
    if (value == null) {
      html.element(
          "path", "", "d", shape.path(), "class", "land", "fill", "url(#" + id + "-hatch)");
      return;
    }
    html.open("path", attributes(shape, value));
    html.element("title", value.shown()).close();
  }

  private String[] attributes(WorldMap.Shape shape, Value value) {
    var style = "land class" + scale.classOf(value.number());
    return value
        .active()
        .map(months ->
            new String[] {
              "d",
              shape.path(),
              "class",
              style,
              "data-first",
              String.valueOf(months.first()),
              "data-last",
              String.valueOf(months.last())
            })
        .orElseGet(() -> new String[] {"d", shape.path(), "class", style});
  }

  private void label(Html html, WorldMap.Shape shape) {
    if (!values.containsKey(shape.code())) return;
    html.element(
        "text",
        shape.code(),
        "x",
        String.valueOf(shape.x()),
        "y",
        String.valueOf(shape.y()),
        "class",
        "code");
  }

  /// A curve that bends away from the equator; none for places that the map does not know or that
  /// are one.
  private void arc(Html html, Arc arc) {
    var from = world.shape(Optional.of(arc.from()));
    var to = world.shape(Optional.of(arc.to()));
    if (from.isEmpty() || to.isEmpty() || arc.from().equals(arc.to())) return;
    html.open("g", group(arc));
    html.element("title", arc.shown());
    var d = curve(from.get(), to.get());
    if (arc.directed()) path(html, d, "line", "marker-end", "url(#" + id + "-tip)");
    else path(html, d, "line");
    html.close();
  }

  private static void path(Html html, String d, String style, String name, String value) {
    html.element("path", "", "d", d, "class", style, name, value);
  }

  private static String[] group(Arc arc) {
    var style = "arc " + arc.style();
    return arc.active()
        .map(months ->
            new String[] {
              "class", style,
              "data-first", String.valueOf(months.first()),
              "data-last", String.valueOf(months.last())
            })
        .orElseGet(() -> new String[] {"class", style});
  }

  private static String curve(WorldMap.Shape from, WorldMap.Shape to) {
    int middleX = (from.x() + to.x()) / 2;
    int distance = (int) Math.hypot(to.x() - from.x(), to.y() - from.y());
    int middleY = Math.min(from.y(), to.y()) - distance / 5;
    return "M%d %dQ%d %d %d %d"
        .formatted(from.x(), from.y(), middleX, Math.max(middleY, 0), to.x(), to.y());
  }
}
