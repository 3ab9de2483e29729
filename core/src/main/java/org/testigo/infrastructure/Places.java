package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.testigo.model.Country;
import org.testigo.model.IpAddress;
import org.testigo.networks.LawCountry;
import org.testigo.networks.NetworkTable;
import org.testigo.networks.TableOrigin;

/// Places from a table of networks.
public final class Places {
  private Places() {}

  /// What the table says of an address.
  public static Function<IpAddress, Place> of(NetworkTable table) {
    return address -> {
      var network = table.lookUp(address);
      return new Place(
          "",
          network.probableCountry().map(Country::code).orElse(""),
          network.lawCountry().map(LawCountry::country).map(Country::code).orElse(""),
          network.asn().orElse(0),
          network.name());
    };
  }

  /// Where the table is from; of several its youngest date.
  public static Atlas.NetworkSource source(NetworkTable table) {
    Optional<LocalDate> date =
        table.origins().stream()
            .map(TableOrigin::date)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return new Atlas.NetworkSource(table.credit(), date, false);
  }
}
