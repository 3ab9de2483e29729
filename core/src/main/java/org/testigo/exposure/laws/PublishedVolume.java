package org.testigo.exposure.laws;

import java.util.List;
import org.testigo.model.Country;

/// How many records of a country Boundless Informant showed for 30 days to March 2013, as
/// published.
public record PublishedVolume(Country country, long records, List<PublishedSource> sources) {
  public PublishedVolume {
    sources = List.copyOf(sources);
  }
}
