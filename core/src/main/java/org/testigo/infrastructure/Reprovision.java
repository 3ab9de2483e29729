package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.List;
import org.testigo.model.IpAddress;

/// Servers that appeared after a report, under an authority whose servers the report named: the
/// operator went on.
///
/// @param report the name of the report
/// @param certificate the authority's, as it is named in outputs
/// @param addresses first seen after the report's day, by number
public record Reprovision(
    String report,
    LocalDate date,
    String url,
    String cluster,
    String certificate,
    List<IpAddress> addresses) {
  public Reprovision {
    addresses = List.copyOf(addresses);
  }
}
