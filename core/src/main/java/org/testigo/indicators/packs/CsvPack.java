package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.testigo.indicators.Indicator;
import org.testigo.model.Text;

/// Reads tables with a heading, in the two ways in which they are published.
///
/// - A row is an indicator: a column `value` (or `indicator`) and one for its type (`type`,
///   `entity_type`), as Citizen Lab and Volexity write them; `to_ids` and `category` mean what they
///   mean in [MispPack]. Several digests in one value, divided by commas, are of one file.
/// - A column is a type: `domain_name`, `MD5`, `Package Name`... A column that says what it is
///   about (`App`, `Malware Family`) names the indicators of its row.
///
/// Columns that are neither are named among what was refused, unless they are known to only explain
/// (dates, comments).
@AutoService(PackFormat.class)
public final class CsvPack implements PackFormat {
  private static final Set<String> VALUE = Set.of("value", "indicator", "ioc");
  private static final Set<String> TYPE =
      Set.of("type", "entity_type", "indicator_type", "ioc_type");
  private static final Set<String> NAME =
      Set.of("app", "malware family", "malware", "family", "campaign", "threat");
  private static final Set<String> EXPLAINING =
      Set.of(
          "",
          "uuid",
          "event_id",
          "category",
          "comment",
          "comments",
          "to_ids",
          "date",
          "object_relation",
          "attribute_tag",
          "object_uuid",
          "object_name",
          "object_meta_category",
          "notes",
          "note",
          "description",
          "version");

  @Override
  public String name() {
    return "CSV";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public boolean recognises(PackFile file) {
    if (JsonPack.looksLikeJson(file) || file.firstChar() == '<') return false;
    var rows = new CsvRows(file.head());
    if (!rows.hasNext()) return false;
    var heading = Heading.of(rows.next());
    return heading.cells() > 1 && heading.isTable()
        || file.hasSuffix(".csv", ".tsv") && heading.isTable();
  }

  @Override
  public void read(PackFile file, PackSink sink) {
    var rows = new CsvRows(file.text());
    var heading = Heading.of(rows.next());
    heading
        .unread()
        .forEach(column -> sink.refuse(column, Text.of(PackFormat.class, "column-unread")));
    while (rows.hasNext()) heading.give(rows.next(), sink);
  }

  /// What the columns hold.
  ///
  /// @param value the column of values, or -1 where columns are types
  private record Heading(List<String> columns, int value, int type, int name) {

    static Heading of(List<String> cells) {
      var columns = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
      int type = first(columns, TYPE);
      int value = type < 0 ? -1 : first(columns, VALUE);
      return new Heading(columns, value, value < 0 ? -1 : type, first(columns, NAME));
    }

    private static int first(List<String> columns, Set<String> wanted) {
      for (int i = 0; i < columns.size(); i++) if (wanted.contains(columns.get(i))) return i;
      return -1;
    }

    int cells() {
      return columns.size();
    }

    /// Whether the cells are headings and not values.
    boolean isTable() {
      return value >= 0 || columns.stream().anyMatch(Heading::isTyped);
    }

    /// `file` heads names as analysts remark on them, `putty.exe [stage 1]`: nothing to look for.
    private static boolean isTyped(String column) {
      return column.equals("c2")
          || !column.equals("file") && ValueType.ofWord(column, "").isPresent()
          || column.equals("ip_address")
          || column.equals("ip");
    }

    List<String> unread() {
      var unread = new ArrayList<String>();
      for (int i = 0; i < columns.size(); i++) {
        boolean read = i == name || i == value || i == type || value < 0 && isTyped(columns.get(i));
        if (!read && !EXPLAINING.contains(columns.get(i))) unread.add(columns.get(i));
      }
      return unread;
    }

    void give(List<String> row, PackSink sink) {
      if (row.stream().allMatch(String::isEmpty)) return;
      if (value >= 0) giveTyped(row, sink);
      else
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++)
          if (isTyped(columns.get(i)) && !row.get(i).isEmpty()) giveCell(row, i, sink);
    }

    private void giveTyped(List<String> row, PackSink sink) {
      if (row.size() <= Math.max(value, type)) {
        sink.refuse(String.join(",", row), Text.of(PackFormat.class, "row-short", row.size()));
        return;
      }
      boolean forDetection = !List.of("0", "false").contains(cell(row, "to_ids"));
      if (TypedValue.isReference(cell(row, "category"), forDetection)) {
        sink.refuse(row.get(value), Text.of(PackFormat.class, "reference", cell(row, "category")));
        return;
      }
      for (String each :
          row.get(type).equals("file") ? digests(row.get(value)) : List.of(row.get(value)))
        TypedValue.give(
            row.get(type),
            each,
            (found, text) ->
                new Indicator(text, found, nameOf(row), Optional.empty(), forDetection),
            sink);
    }

    private static List<String> digests(String value) {
      return List.of(value.split("\\s*,\\s*"));
    }

    private void giveCell(List<String> row, int column, PackSink sink) {
      String text = Defanged.restore(row.get(column));
      String heading = columns.get(column);
      var type = heading.equals("c2") ? ValueType.ofValue(text) : ValueType.ofWord(heading, text);
      if (type.isPresent()) sink.add(Indicator.of(type.get(), text, nameOf(row)));
      else sink.refuse(text, Text.of(PackFormat.class, "value-unknown"));
    }

    private String nameOf(List<String> row) {
      return name >= 0 && name < row.size() ? row.get(name) : "";
    }

    private String cell(List<String> row, String column) {
      int index = columns.indexOf(column);
      return index >= 0 && index < row.size() ? row.get(index).toLowerCase(Locale.ROOT) : "";
    }
  }
}
