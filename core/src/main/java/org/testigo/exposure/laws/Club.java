package org.testigo.exposure.laws;

import java.util.List;
import java.util.Set;
import org.testigo.model.Country;

/// Countries that are joined by an agreement, such as one between their intelligence services.
public record Club(String id, Set<Country> countries, List<PublishedSource> sources) {
  public Club {
    countries = Set.copyOf(countries);
    sources = List.copyOf(sources);
  }
}
