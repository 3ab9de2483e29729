package org.testigo.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.networks.NetworkTable;
import org.testigo.networks.NetworkTableBuilder;
import org.testigo.networks.TableOrigin;
import org.testigo.networks.TableOrigin.Credit;

/// Makes `networks.bin` out of three npm packages of ip-location-db, which must be of one version.
/// The same packages give the same bytes on the same Java runtime. `bench/network-table` fetches
/// them and calls this.
///
/// Usage: `NetworkTableData <folder with asn, geo-whois-asn-country, asn-country> networks.bin`
public final class NetworkTableData {
  /// Such as 2.3.2026061719: the last number is the hour at which the data was made.
  private static final Pattern VERSION =
      Pattern.compile("\"version\"\\s*:\\s*\"(\\d+\\.\\d+\\.(\\d{8})\\d{2})\"");

  private static final List<Credit> CREDITS =
      List.of(
          new Credit("ip-location-db", "https://github.com/sapics/ip-location-db"),
          new Credit("Number Resource Organization", "https://www.nro.net/"),
          new Credit("Route Views", "https://www.routeviews.org/"),
          new Credit("IP Geolocation by DB-IP", "https://db-ip.com/"));

  private NetworkTableData() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    TableOrigin origin = origin(folder);
    NetworkTable table =
        NetworkTableBuilder.build(
            origin,
            files(folder, "geo-whois-asn-country"),
            files(folder, "asn"),
            files(folder, "asn-country"));
    byte[] packed = table.packed();
    Files.write(Path.of(arguments[1]), packed);
    System.out.printf(
        "%s: %,d bytes, %s%n", arguments[1], packed.length, table.origins().getFirst());
  }

  private static TableOrigin origin(Path folder) throws IOException {
    String version = version(folder.resolve("asn"));
    for (String other : List.of("geo-whois-asn-country", "asn-country"))
      if (!version.equals(version(folder.resolve(other))))
        throw new IOException(other + " is not of version " + version + ", as asn is");
    return new TableOrigin(
        "ip-location-db " + version,
        Optional.of(date(version)),
        TableOrigin.DatedBy.TABLE,
        Optional.of("CC BY 4.0, changed"),
        CREDITS,
        0,
        0);
  }

  private static String version(Path unpacked) throws IOException {
    var version = VERSION.matcher(Files.readString(unpacked.resolve("package.json")));
    if (!version.find()) throw new IOException(unpacked + ": package.json has no dated version");
    return version.group(1);
  }

  private static LocalDate date(String version) {
    var digits = version.substring(version.lastIndexOf('.') + 1).substring(0, 8);
    return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static List<Path> files(Path folder, String name) {
    Path unpacked = folder.resolve(name);
    return List.of(
        unpacked.resolve(name + "-ipv4-num.csv"), unpacked.resolve(name + "-ipv6-num.csv"));
  }
}
