package org.testigo.reports.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.reports.html.Html;

/// One map: countries coloured by class, arcs between them, and the countries' codes, so that a
/// grey print can still be read.
///
/// The shapes are written once for a page by [#shapes]; every picture refers to them.
///
/// @param id of the element in the page
/// @param description the text for those who do not see it: extremes and counts
/// @param values by country code; a country that is not in it is hatched
/// @param arcs drawn in the given order
/// @param view what of the world is shown, and how much is written on it
public record MapPicture(
    WorldMap world,
    String id,
    String description,
    Scale scale,
    Map<String, Value> values,
    List<Arc> arcs,
    View view) {
  public MapPicture {
    values = Map.copyOf(values);
    arcs = List.copyOf(arcs);
  }

  /// What of the world is shown.
  public enum View {
    WORLD("map", true),
    /// Close up, since its countries are small and many.
    EUROPE("map close", true),
    /// One of several, without codes, since they could not be read.
    SMALL("map small", false);

    private final String style;
    private final boolean hasCodes;

    View(String style, boolean hasCodes) {
      this.style = style;
      this.hasCodes = hasCodes;
    }

    private String frame(WorldMap world) {
      return switch (this) {
        case WORLD, SMALL -> "0 0 %d %d".formatted(world.width(), world.height());
        case EUROPE -> "4400 330 1500 960";
      };
    }
  }

  /// The value of a country.
  ///
  /// @param shown what a pointer over it reads, such as `Germany: 12`
  /// @param active the first and last step in which there was something, counted as the slider
  ///   does; empty where time plays no part
  public record Value(long number, String shown, Optional<Steps> active) {}

  /// From one step of time to another, counted from the first of the picture.
  public record Steps(int first, int last) {
    public Steps {
      if (last < first) throw new IllegalArgumentException(first + " to " + last);
    }
  }

  /// A line between two countries.
  ///
  /// @param style the class that tells its grade, such as `claimed`
  /// @param isDirected whether the evidence gives an order; without it there is no arrow
  public record Arc(
      String from,
      String to,
      String style,
      boolean isDirected,
      String shown,
      Optional<Steps> active) {}

  /// Writes the shapes that every picture of the page refers to.
  public static void shapes(WorldMap world, Html html) {
    html.open("svg", "class", "shapes", "width", "0", "height", "0", "aria-hidden", "true");
    html.open("defs");
    world
        .shapes()
        .values()
        .forEach(shape -> path(html, "id", "land-" + shape.code(), "d", shape.path()));
    path(html, "id", "sea", "d", world.sphere());
    path(html, "id", "disputed", "d", world.disputed());
    hatch(html, "hatch", 60);
    hatch(html, "hatch-close", 20);
    html.open(
        "marker",
        "id",
        "tip",
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
    path(html, "d", "M0 0L10 5L0 10z", "class", "tip");
    html.close().close().close();
  }

  /// @param size of one line and the gap beside it
  private static void hatch(Html html, String id, int size) {
    var side = String.valueOf(size);
    html.open(
        "pattern",
        "id",
        id,
        "width",
        side,
        "height",
        side,
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(45)");
    html.element("rect", "", "width", side, "height", side, "class", "hatch-ground");
    var line = String.valueOf(size / 4);
    html.element("rect", "", "width", line, "height", side, "class", "hatch-line");
    html.close();
  }

  public void write(Html html) {
    html.open(
        "svg",
        "id",
        id,
        "class",
        view.style,
        "viewBox",
        view.frame(world),
        "role",
        "img",
        "aria-label",
        description);
    html.element("use", "", "href", "#sea", "class", "sea");
    world.shapes().values().forEach(shape -> country(html, shape));
    html.element("use", "", "href", "#disputed", "class", "disputed");
    arcs.forEach(arc -> arc(html, arc));
    if (view.hasCodes) world.shapes().values().forEach(shape -> label(html, shape));
    html.close();
  }

  private static void path(Html html, String... attributes) {
    html.element("path", "", attributes);
  }

  private void country(Html html, WorldMap.Shape shape) {
    var value = values.get(shape.code());
    var land = "#land-" + shape.code();
    if (value == null) {
      html.element("use", "", "href", land, "class", "land hatched");
      return;
    }
    var style = "land class" + scale.classOf(value.number());
    html.open("use", timed(value.active(), "href", land, "class", style));
    html.element("title", value.shown()).close();
  }

  /// The attributes, and those by which the slider knows when.
  private static String[] timed(Optional<Steps> active, String... attributes) {
    if (active.isEmpty()) return attributes;
    var all = new ArrayList<>(List.of(attributes));
    all.addAll(List.of("data-first", String.valueOf(active.get().first())));
    all.addAll(List.of("data-last", String.valueOf(active.get().last())));
    return all.toArray(new String[0]);
  }

  private void label(Html html, WorldMap.Shape shape) {
    if (!values.containsKey(shape.code())) return;
    var x = String.valueOf(shape.x());
    var y = String.valueOf(shape.y());
    html.element("text", shape.code(), "x", x, "y", y, "class", "code");
  }

  /// A curve that bends away from the equator; none for places that the map does not know or that
  /// are one.
  private void arc(Html html, Arc arc) {
    var from = world.shape(Optional.of(arc.from()));
    var to = world.shape(Optional.of(arc.to()));
    if (from.isEmpty() || to.isEmpty() || arc.from().equals(arc.to())) return;
    html.open("g", timed(arc.active(), "class", "arc " + arc.style()));
    html.element("title", arc.shown());
    var d = curve(from.get(), to.get());
    if (arc.isDirected()) path(html, "d", d, "class", "line", "marker-end", "url(#tip)");
    else path(html, "d", d, "class", "line");
    html.close();
  }

  private static String curve(WorldMap.Shape from, WorldMap.Shape to) {
    int middleX = (from.x() + to.x()) / 2;
    int distance = (int) Math.hypot(to.x() - from.x(), to.y() - from.y());
    int middleY = Math.min(from.y(), to.y()) - distance / 5;
    return "M%d %dQ%d %d %d %d"
        .formatted(from.x(), from.y(), middleX, Math.max(middleY, 0), to.x(), to.y());
  }
}
