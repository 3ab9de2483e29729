package org.testigo.infrastructure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.testigo.Corpus;

/// The published tables of addresses, and claims made from them.
public final class GroundTruth {
  private GroundTruth() {}

  /// An address that was published for RCS.
  ///
  /// @param firstSeen the day in the published data; empty where the address is not in it
  /// @param cluster of the published data; empty where it is in none
  record RcsAddress(
      String report,
      String country,
      String ip,
      String role,
      boolean isInData,
      String firstSeen,
      String lastSeen,
      String cluster) {
    String date() {
      return report.replaceAll(".*?(\\d{4}-\\d\\d-\\d\\d).*", "$1");
    }
  }

  static List<RcsAddress> rcs() {
    var all = new ArrayList<RcsAddress>();
    for (List<String> cells : rows("rcs_published_iocs.csv"))
      all.add(
          new RcsAddress(
              cells.get(0),
              cells.get(1),
              cells.get(2),
              cells.get(3),
              cells.get(4).equals("1"),
              cells.get(7),
              cells.get(8),
              cells.get(9)));
    return all;
  }

  /// The cells of each row, without the heading.
  static List<List<String>> rows(String name) {
    var text = new String(Corpus.read(Corpus.groundTruth(name)), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.startsWith("#")).skip(1).map(Cells::of).toList();
  }

  /// A file of claims: roles and operators' countries of both tables, as published.
  public static byte[] claims() {
    var claims = new StringBuilder("subject,predicate,object,report,date,url\n");
    for (RcsAddress address : rcs()) {
      claim(claims, address.ip(), "role", address.role(), address.report(), address.date());
      if (!address.country().isEmpty())
        claim(
            claims,
            address.ip(),
            "operator-country",
            address.country(),
            address.report(),
            address.date());
    }
    for (List<String> cells : rows("finfisher_2013_servers.csv"))
      if (!cells.get(9).isEmpty())
        claim(
            claims,
            cells.get(0),
            "operator-country",
            cells.get(9),
            "CL-2013-04-30 For Their Eyes Only",
            "2013-04-30");
    return claims.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void claim(
      StringBuilder claims,
      String subject,
      String predicate,
      String object,
      String report,
      String date) {
    claims.append(
        "%s,%s,\"%s\",\"%s\",%s,https://citizenlab.ca/%n"
            .formatted(subject, predicate, object, report, date));
  }

  /// A row of a table in which no quote is doubled.
  private static final class Cells {
    private Cells() {}

    static List<String> of(String line) {
      var cells = new ArrayList<String>();
      var cell = new StringBuilder();
      boolean isQuoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '"') isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else cell.append(c);
      }
      cells.add(cell.toString());
      return cells;
    }
  }
}
