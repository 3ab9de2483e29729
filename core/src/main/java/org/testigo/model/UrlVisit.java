package org.testigo.model;

import java.time.Instant;
import java.util.Optional;

/// One visit of a page in a browser.
///
/// @param redirectedFrom the visit that led here without the person's doing, where the browser
///   recorded one
public record UrlVisit(
    String browser,
    Optional<String> profile,
    String url,
    Optional<String> title,
    Optional<Redirect> redirectedFrom)
    implements Observable {

  /// The visit before a redirect.
  public record Redirect(String url, Instant visitedAt) {}
}
