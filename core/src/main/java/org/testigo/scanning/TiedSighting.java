package org.testigo.scanning;

import java.util.List;
import java.util.Set;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;

/// A sighting that no rule matched, and what ties it to hits.
///
/// @param ties each in words that are the same for the same tie
record TiedSighting(Sighting sighting, List<X509Certificate> chain, Set<String> ties) {
  TiedSighting {
    chain = List.copyOf(chain);
    ties = Set.copyOf(ties);
  }
}
