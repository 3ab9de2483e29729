package org.testigo.networks;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.testigo.model.Country;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

/// A table in text, one range on a line, in UTF-8, divided by commas, semicolons or tabs:
///
/// | cells | meaning |
/// |---|---|
/// | `start,end,MX` | where the machines of the range probably are |
/// | `start,end,8151,Uninet` | who announces the range |
/// | `start,end,8151,MX,Uninet` | the same, and where the network is registered |
///
/// Both ends belong to the range and are addresses, or both decimal numbers, which are IPv4 up to
/// 4294967295. Number 0 means that nobody announces the range. A first line without addresses is a
/// heading; empty lines and those that begin with `#` are passed over. Any other line refuses the
/// file, with its number.
///
/// Known from: the files of ip-location-db, DB-IP lite and iptoasn.com.
final class CsvTable {
  private static final int MAX_LINE_BYTES = 1 << 16;

  private final ColumnBuilder locations = new ColumnBuilder();
  private final ColumnBuilder announcers = new ColumnBuilder();
  private final SystemCollector systems = new SystemCollector();
  private boolean isRegistered;
  private int rows;
  private int rowsWithoutCountry;

  static TableLayer read(TableOrigin origin, byte[]... texts) {
    var table = new CsvTable();
    for (byte[] text : texts) table.lines(text);
    return table.layer(origin);
  }

  private void lines(byte[] text) {
    int rowsBefore = rows;
    int number = 0;
    int end;
    for (int at = 0; at < text.length; at = end + 1) {
      end = at;
      while (end < text.length && text[end] != '\n') end++;
      if (end - at > MAX_LINE_BYTES)
        throw new MalformedException(
            at, "line %d has %d bytes, at most %d".formatted(number, end - at, MAX_LINE_BYTES));
      line(new Line(new String(text, at, end - at, StandardCharsets.UTF_8), at, ++number));
    }
    if (rows == rowsBefore)
      throw new MalformedException(0, "neither MMDB nor lines such as 192.0.2.0,192.0.2.255,MX");
  }

  /// One line and where it stands.
  private record Line(String text, long offsetBytes, int number) {
    private MalformedException refused(String why) {
      return new MalformedException(offsetBytes, "line " + number + ": " + why);
    }
  }

  private void line(Line line) {
    String text = line.text().strip();
    if (text.isEmpty() || text.startsWith("#")) return;
    List<String> cells = CsvCells.of(text);
    var first = address(cells.getFirst());
    if (first.isEmpty() && line.number() == 1) return;
    if (cells.size() < 3) throw line.refused(cells.size() + " cells, at least 3");
    var last = address(cells.get(1));
    if (first.isEmpty()) throw line.refused("start " + cells.getFirst() + " is no address");
    if (last.isEmpty()) throw line.refused("end " + cells.get(1) + " is no address");
    range(line, first.get(), last.get(), cells);
  }

  private void range(Line line, IpAddress first, IpAddress last, List<String> cells) {
    if (first.v6() != last.v6())
      throw line.refused("from " + first + " to " + last + ": two kinds of address");
    if (first.compareTo(last) > 0) throw line.refused("end " + last + " before start " + first);
    rows++;
    String third = cells.get(2);
    if (third.isEmpty() || third.charAt(0) < '0' || third.charAt(0) > '9')
      location(line, first, last, third);
    else announcer(line, first, last, cells);
  }

  private void location(Line line, IpAddress first, IpAddress last, String code) {
    if (code.length() > 2) throw line.refused(code + ", expected a country such as MX or a number");
    int country = CountryCodes.of(code);
    if (country == CountryCodes.NONE) rowsWithoutCountry++;
    locations.add(first, last, country);
  }

  private void announcer(Line line, IpAddress first, IpAddress last, List<String> cells) {
    long number = number(line, cells.get(2));
    boolean isNamed = cells.size() == 5 && cells.get(3).length() == 2;
    isRegistered |= isNamed;
    Optional<Country> law = isNamed ? Country.of(cells.get(3)) : Optional.empty();
    if (isNamed && law.isEmpty()) rowsWithoutCountry++;
    String name = String.join(", ", cells.subList(isNamed ? 4 : 3, cells.size()));
    announcers.add(
        first,
        last,
        number == 0 ? 0 : systems.mention(number, name, law.map(LawCountry::registered)));
  }

  private static long number(Line line, String text) {
    if (text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      long number = Long.parseLong(text);
      if (number <= AutonomousSystem.MAX_NUMBER) return number;
    }
    throw line.refused("number of a network " + text + ", at most 4294967295");
  }

  private static Optional<IpAddress> address(String text) {
    boolean isNumber = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber && text.length() <= 39 ? numeric(new BigInteger(text)) : IpAddress.parse(text);
  }

  private static Optional<IpAddress> numeric(BigInteger number) {
    if (number.bitLength() > 128) return Optional.empty();
    boolean v6 = number.bitLength() > 32;
    return Optional.of(new IpAddress(v6, number.shiftRight(64).longValue(), number.longValue()));
  }

  private TableLayer layer(TableOrigin origin) {
    var ordered = systems.ordered(announcers.build(), isRegistered);
    return new TableLayer(
        origin.counted(rows, rowsWithoutCountry),
        locations.build(),
        ordered.column(),
        AddressColumn.empty(),
        ordered.systems());
  }
}
