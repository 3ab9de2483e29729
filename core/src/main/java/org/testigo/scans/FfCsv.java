package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.PublishedHit;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;

/// The servers of FinFisher that Citizen Lab published in 2013 as `ff.csv`: a table with a heading,
/// one row per server.
///
///     IP,Provider,Geolocation,1.0,1.1,2.0,3.0,4.0,Customer Guess,Month First Seen
///     198.51.100.7,"Example Telecom, Inc.",MX,,Y,Y,,,Mexico,3/2013
///
/// `Y` stands where the fingerprint of a generation matched. `Geolocation` is the publisher's, of
/// then. `Customer Guess` names a country, or whoever else is taken for the customer. The data does
/// not say on which port.
///
/// Known from: <https://github.com/citizenlab/spyware-scan/tree/master/ff>.
@AutoService(ScanFormat.class)
public final class FfCsv implements FileFormat {
  static final String FAMILY = "finfisher";
  private static final String ID = "citizenlab-ff-csv";

  /// The published table has 5 KB.
  private static final int MAX_BYTES = 64 << 20;

  private static final List<String> BEFORE = List.of("IP", "Provider", "Geolocation");
  private static final List<String> BEHIND = List.of("Customer Guess", "Month First Seen");
  private static final Pattern GENERATION = Pattern.compile("\\d+\\.\\d+");
  private static final Pattern MONTH = Pattern.compile("(\\d{1,2})/(\\d{4})");

  @Override
  public Spec spec() {
    return new Spec(
        ID,
        "Citizen Lab, FinFisher servers (ff.csv)",
        List.of(),
        Order.SHOWS,
        List.of("https://github.com/citizenlab/spyware-scan/tree/master/ff"));
  }

  @Override
  public boolean recognises(Head head) {
    try {
      return isHeading(CsvFields.of(Heads.firstLine(head.bytes())));
    } catch (MalformedException noTable) {
      return false;
    }
  }

  private static boolean isHeading(List<String> fields) {
    int generations = fields.size() - BEFORE.size() - BEHIND.size();
    return generations > 0
        && fields.subList(0, BEFORE.size()).equals(BEFORE)
        && fields.subList(fields.size() - BEHIND.size(), fields.size()).equals(BEHIND)
        && fields.stream().skip(BEFORE.size()).limit(generations).allMatch(FfCsv::isGeneration);
  }

  private static boolean isGeneration(String name) {
    return GENERATION.matcher(name).matches();
  }

  @Override
  public long read(
      ByteSource bytes,
      String file,
      Optional<ScanTime> fileTime,
      Budget budget,
      Consumer<ScanRecord> records,
      Consumer<Unreadable> unreadable) {
    budget.spendBytes(bytes.sizeBytes());
    byte[] all = bytes.readAll(MAX_BYTES);
    List<String> heading = List.of();
    long number = 0;
    long rows = 0;
    for (int from = 0; from < all.length; ) {
      int to = lineEnd(all, from);
      number++;
      budget.spendRow();
      boolean isRow = number > 1 && !Lines.isBlank(all, from, to);
      if (isRow) rows++;
      try {
        if (number == 1) heading = CsvFields.of(all, from, to);
        if (isRow)
          tell(heading, CsvFields.of(all, from, to), new ScanSource(file, number), records);
      } catch (MalformedException e) {
        unreadable.accept(unreadable(file, number, e));
      }
      from = to + 1;
    }
    return rows;
  }

  private static int lineEnd(byte[] bytes, int from) {
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') to++;
    return to;
  }

  private static Unreadable unreadable(String file, long line, MalformedException e) {
    var source = new Source(ID, file, new Location.Line(line));
    return new Unreadable(source, Unreadable.Reason.MALFORMED, e.detail());
  }

  private static void tell(
      List<String> heading, List<String> fields, ScanSource source, Consumer<ScanRecord> records) {
    if (fields.size() != heading.size())
      throw new MalformedException(
          0, "%d fields, expected %d as in the heading".formatted(fields.size(), heading.size()));
    int customer = fields.size() - BEHIND.size();
    records.accept(
        new PublishedHit(
            new Endpoint(Values.address(fields.get(0)), 0),
            Optional.of(month(fields.getLast())),
            FAMILY,
            generations(heading, fields, customer),
            fields.get(1),
            fields.get(2),
            fields.get(customer),
            source));
  }

  /// The published fingerprints go by the names of our rules: `finfisher-1.0`.
  private static List<String> generations(List<String> heading, List<String> fields, int to) {
    var matched = new ArrayList<String>();
    for (int i = BEFORE.size(); i < to; i++) {
      switch (fields.get(i)) {
        case "Y" -> matched.add(FAMILY + "-" + heading.get(i));
        case "" -> {}
        default -> throw Values.malformed(fields.get(i), "Y or nothing");
      }
    }
    return matched;
  }

  private static ScanTime month(String met) {
    Matcher parts = MONTH.matcher(met.strip());
    int month = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
    if (month < 1 || month > 12) throw Values.malformed(met, "a month such as 3/2013");
    var first = YearMonth.of(Integer.parseInt(parts.group(2)), month).atDay(1);
    return new ScanTime(first.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.MONTH);
  }
}
