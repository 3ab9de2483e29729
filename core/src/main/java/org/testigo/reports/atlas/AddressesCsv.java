package org.testigo.reports.atlas;

import java.io.OutputStream;
import java.util.List;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Recognition;

/// Writes `addresses.csv`: one row per address. Roles are those that the data gives; what was
/// published of an address stands in `hosts.csv`.
final class AddressesCsv {
  private static final String HEADING =
      "ip,host,cluster,role,grade,first_seen,last_seen,country,asn,network,fingerprints,ports";

  private AddressesCsv() {}

  static void write(Atlas atlas, OutputStream out) {
    try (var csv = new Csv(out, HEADING)) {
      for (Address address : atlas.addresses()) csv.row(cells(address));
    }
  }

  private static List<String> cells(Address address) {
    var place = address.place();
    return List.of(
        address.ip().toString(),
        address.host(),
        address.cluster(),
        address.role().role().word(),
        Shown.grade(address),
        Shown.text(Shown.first(address.seen())),
        Shown.text(Shown.last(address.seen())),
        place.shownCountry(),
        place.asn() == 0 ? "" : Long.toString(place.asn()),
        place.network(),
        Csv.several(address.recognitions().stream().map(Recognition::fingerprint).toList()),
        Csv.several(address.ports()));
  }
}
