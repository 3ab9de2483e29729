package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.Optional;
import org.testigo.model.scan.ScanSource;

/// What a report published about an address, a cluster or a network.
///
/// @param subject an address, a range such as `198.51.100.0/24`, a network such as `AS64500` or the
///   id of a cluster
/// @param predicate such as `role`, `operator-country` or `forwards-to`
/// @param object what is said, such as `endpoint` or `MX`
/// @param report the name of the report
/// @param date of the report; empty where the file gives none
/// @param url where the report is; empty where the file gives none
public record Claim(
    String subject,
    String predicate,
    String object,
    String report,
    Optional<LocalDate> date,
    String url,
    ScanSource source) {
  /// The role of an address.
  public static final String ROLE = "role";

  /// The country whose government is said to operate it.
  public static final String OPERATOR_COUNTRY = "operator-country";

  /// The next hop of a chain.
  public static final String FORWARDS_TO = "forwards-to";
}
