package org.testigo.scans;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.testigo.formats.parquet.Column;
import org.testigo.model.MalformedException;

/// Which columns of a table say what, by their names, whatever the case of the letters.
final class ParquetColumns {

  /// What a column says.
  enum Said {
    ADDRESS("ip", "ip_address", "ip_str", "address", "saddr", "host"),
    PORT("port", "sport"),
    TIME("time", "timestamp", "timestamp_ts", "timestamp_str", "ts", "date"),
    PRECISION("time_precision"),
    PROTOCOL("protocol"),
    ORDER_KNOWN("order_known"),
    ANSWER("answer", "response", "banner", "body"),
    /// As Sonar writes an answer: base64, or as it is.
    DATA("data"),
    CERTIFICATE("certificate", "der"),
    PUBLISHED_AS("published_as"),
    DATA_SET("data_set"),
    SOURCE_FILE("source_file"),
    SOURCE_ENTRY("source_entry"),
    CHAIN_POSITION("chain", "position"),
    CHAIN_DER("chain", "der"),
    CHAIN_SHA256("chain", "sha256"),
    CHAIN_SHA1("chain", "sha1"),
    CHAIN_MD5("chain", "md5"),
    CHAIN_PEM_MD5("chain", "pem_md5"),
    IMPORTED_KIND("imported", "kind"),
    IMPORTED_VALUE("imported", "value");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> names;

    /// @param names in the order in which they are asked; of a list, its name and the field's
    Said(String... names) {
      this.names = List.of(names);
    }

    boolean isInList() {
      return ordinal() >= CHAIN_POSITION.ordinal();
    }
  }

  private final List<Column> read = new ArrayList<>();
  private final Map<Said, List<Integer>> places = new EnumMap<>(Said.class);

  /// @throws MalformedException when no column says what was seen, or where
  ParquetColumns(List<Column> columns) {
    for (Said said : Said.values()) places.put(said, find(said, columns));
    boolean hasCertificates = has(Said.CHAIN_DER) || has(Said.CERTIFICATE);
    if (!has(Said.ADDRESS) && !hasCertificates)
      throw new MalformedException(
          -1,
          "a table of the columns %s, expected ip or chain among them"
              .formatted(Quoted.of(shown(columns))));
  }

  private static String shown(List<Column> columns) {
    return String.join(", ", columns.stream().limit(20).map(Column::shown).toList());
  }

  private List<Integer> find(Said said, List<Column> columns) {
    var found = new ArrayList<Integer>();
    if (said.isInList())
      columns.stream()
          .filter(column -> isInList(said, column, columns))
          .forEach(it -> add(it, found));
    else
      for (String name : said.names)
        columns.stream().filter(column -> isFlat(name, column)).forEach(it -> add(it, found));
    return found;
  }

  private void add(Column column, List<Integer> found) {
    found.add(read.size());
    read.add(column);
  }

  private static boolean isFlat(String name, Column column) {
    return column.path().size() == 1
        && column.maxRepetition() == 0
        && lower(column.name()).equals(name);
  }

  /// The names between that of the list and that of the field differ from writer to writer. A list
  /// of bytes has no field: its only column is the certificate.
  private static boolean isInList(Said said, Column column, List<Column> columns) {
    if (column.maxRepetition() != 1 || !isOf(said, column)) return false;
    boolean isAlone = columns.stream().filter(other -> isOf(said, other)).count() == 1;
    return isAlone && said == Said.CHAIN_DER
        || lower(column.path().getLast()).equals(said.names.getLast());
  }

  private static boolean isOf(Said said, Column column) {
    return lower(column.name()).equals(said.names.getFirst());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// The columns to be read.
  List<Column> read() {
    return read;
  }

  Column column(int place) {
    return read.get(place);
  }

  boolean has(Said said) {
    return !places(said).isEmpty();
  }

  /// Where among [#read] stands what says it, the first to be asked first.
  List<Integer> places(Said said) {
    return places.getOrDefault(said, List.of());
  }

  /// The same for a column of a list.
  Optional<Integer> place(Said said) {
    return places(said).stream().findFirst();
  }
}
