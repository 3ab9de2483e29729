package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.List;
import org.testigo.model.IpAddress;

/// Servers that appeared after a report, in a cluster of which the report had named servers: the
/// operator went on.
///
/// @param report the name of the report
/// @param certificate what ties them to those that were named, as it is named in outputs: the
///   authority where it is known, else a leaf
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
