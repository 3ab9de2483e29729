package org.testigo.exposure;

import java.util.Optional;
import org.testigo.model.Country;

/// How many of the person's records belong to one country.
///
/// @param country empty for those of which the country cannot be told
public record CountryShare(Optional<Country> country, Tally tally, long servers) {}
