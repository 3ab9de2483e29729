package org.testigo.indicators;

import java.util.List;
import org.testigo.model.IndicatorReference;
import org.testigo.model.Observation;

/// A value of an observation that indicators name.
///
/// @param observation the observation; for a pattern over several, the last of them
/// @param others the other observations of such a pattern
/// @param value the matched value as it stands in the observation
/// @param role where in the observation it stands
/// @param indicators every indicator that names it, of every pack
public record Match(
    Observation observation,
    List<Observation> others,
    String value,
    Role role,
    List<IndicatorReference> indicators) {
  public Match {
    others = List.copyOf(others);
    indicators = List.copyOf(indicators);
    if (indicators.isEmpty()) throw new IllegalArgumentException("a match names an indicator");
  }

  /// Where in the observation the value stands, which decides what the match means.
  public enum Role {
    /// The thing itself: the page visited, the process that ran, the app, the file, the profile,
    /// the correspondent.
    SUBJECT,
    /// A link or address inside the content, such as a link in a message.
    CONTENT,
    /// A listed name inside another value, such as a search query or the parameters of an address.
    MENTION
  }
}
