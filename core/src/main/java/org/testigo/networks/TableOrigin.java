package org.testigo.networks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where a table is from: what every report prints beside a country.
///
/// @param name of the published table with its version, or of the user's file
/// @param date of the data; a country is that of this day, not that of the evidence
/// @param licence as its publisher calls it; empty for the user's own
/// @param credits whom the licence asks to name wherever the data is shown
/// @param rows ranges that were read
/// @param rowsWithoutCountry rows among them whose code stands for no country, such as `ZZ` or
///   `EU`; their addresses have none here
public record TableOrigin(
    String name,
    Optional<LocalDate> date,
    DatedBy datedBy,
    Optional<String> licence,
    List<Credit> credits,
    int rows,
    int rowsWithoutCountry) {

  /// How the date is known.
  public enum DatedBy {
    /// The table says when it was made.
    TABLE,
    /// When the file was last changed on this machine, since the table does not say.
    FILE
  }

  /// @param text such as `IP Geolocation by DB-IP`
  /// @param url where it points
  public record Credit(String text, String url) {}

  public TableOrigin {
    credits = List.copyOf(credits);
  }

  TableOrigin counted(int rows, int rowsWithoutCountry) {
    return new TableOrigin(name, date, datedBy, licence, credits, rows, rowsWithoutCountry);
  }

  /// The table, its date and whom to name, on one line.
  public String credit() {
    var named = credits.stream().map(each -> each.text() + " (" + each.url() + ")").toList();
    return name
        + date.map(day -> ", " + day).orElse("")
        + licence.map(word -> ", " + word).orElse("")
        + (named.isEmpty() ? "" : ": " + String.join(", ", named));
  }
}
