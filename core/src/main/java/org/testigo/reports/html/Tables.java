package org.testigo.reports.html;

import java.text.NumberFormat;
import java.util.List;
import org.testigo.reports.Words;

/// Tables that scroll inside their box.
public final class Tables {
  private final Html html;
  private boolean isSortable;

  public Tables(Html html) {
    this.html = html;
  }

  /// What stands in a cell and how it is shown.
  ///
  /// @param order what the cell is sorted by; empty where its text does
  /// @param target the id in this page to which it leads; empty for none
  public record Cell(String value, String style, boolean isEvidence, String order, String target) {}

  /// The head of a column.
  ///
  /// @param style the class of the column's cells, such as `number`; empty for none
  public record Column(String title, String style) {}

  public static Cell words(String text) {
    return new Cell(text, "", false, "", "");
  }

  public static Cell evidence(String value) {
    return new Cell(value, "wide", true, "", "");
  }

  public static Cell number(long value, Words words) {
    var shown = NumberFormat.getIntegerInstance(words.locale()).format(value);
    return new Cell(shown, "number", false, String.valueOf(value), "");
  }

  /// Words that lead to another place of this page.
  public static Cell link(String text, String target) {
    return new Cell(text, "", false, "", target);
  }

  /// @param caption empty where the heading above says it
  public void begin(String caption, List<String> titles) {
    begin(caption, titles.stream().map(title -> new Column(title, "")).toList(), "");
  }

  /// A table that the page's script lets the reader sort by a column.
  public void beginSortable(String caption, List<Column> columns) {
    begin(caption, columns, "sortable");
  }

  private void begin(String caption, List<Column> columns, String style) {
    isSortable = !style.isEmpty();
    var label = caption.isEmpty() ? columns.getFirst().title() : caption;
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
    if (style.isEmpty()) html.open("table");
    else html.open("table", "class", style);
    if (!caption.isEmpty()) html.element("caption", caption);
    html.open("thead").open("tr");
    for (Column column : columns) {
      if (column.style().isEmpty()) html.element("th", column.title(), "scope", "col");
      else html.element("th", column.title(), "scope", "col", "class", column.style());
    }
    html.close().close().open("tbody");
  }

  /// @param style the class of the row; empty for none
  public void row(String style, Cell... cells) {
    html.open("tr", "class", style);
    for (Cell cell : cells) {
      if (isSortable && !cell.order().isEmpty())
        html.open("td", "class", cell.style(), "data-value", cell.order());
      else html.open("td", "class", cell.style());
      if (!cell.target().isEmpty()) html.element("a", cell.value(), "href", "#" + cell.target());
      else if (cell.isEvidence()) html.evidence(cell.value());
      else html.text(cell.value());
      html.close();
    }
    html.close();
  }

  public void end() {
    html.close().close().close();
  }
}
