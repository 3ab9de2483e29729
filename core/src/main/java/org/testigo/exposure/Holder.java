package org.testigo.exposure;

import java.util.List;
import java.util.Optional;
import org.testigo.exposure.laws.Company;
import org.testigo.model.Country;

/// Somebody who holds records of the person: a company, or a network whose owner is not in the
/// table.
///
/// @param name of the company or of the network's organisation
/// @param laws whose law binds it
/// @param names different host names of it that the person used
/// @param identifiers different values that it was sent in the clear
public record Holder(
    String name,
    Optional<Company> company,
    List<Country> laws,
    Tally tally,
    long names,
    long identifiers) {
  public Holder {
    laws = List.copyOf(laws);
  }
}
