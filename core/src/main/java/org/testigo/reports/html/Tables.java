package org.testigo.reports.html;

import java.text.NumberFormat;
import java.util.List;
import org.testigo.reports.Words;

/// Tables that scroll inside their box.
public final class Tables {
  private final Html html;

  public Tables(Html html) {
    this.html = html;
  }

  /// What stands in a cell and how it is shown.
  public record Cell(String value, String style, boolean isEvidence) {}

  public static Cell words(String text) {
    return new Cell(text, "", false);
  }

  public static Cell evidence(String value) {
    return new Cell(value, "wide", true);
  }

  public static Cell number(long value, Words words) {
    return new Cell(NumberFormat.getIntegerInstance(words.locale()).format(value), "number", false);
  }

  /// @param caption empty where the heading above says it
  public void begin(String caption, List<String> columns) {
    html.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        caption.isEmpty() ? columns.getFirst() : caption);
    html.open("table");
    if (!caption.isEmpty()) html.element("caption", caption);
    html.open("thead").open("tr");
    columns.forEach(column -> html.element("th", column, "scope", "col"));
    html.close().close().open("tbody");
  }

  /// @param style the class of the row; empty for none
  public void row(String style, Cell... cells) {
    html.open("tr", "class", style);
    for (Cell cell : cells) {
      html.open("td", "class", cell.style());
      if (cell.isEvidence()) html.evidence(cell.value());
      else html.text(cell.value());
      html.close();
    }
    html.close();
  }

  public void end() {
    html.close().close().close();
  }
}
