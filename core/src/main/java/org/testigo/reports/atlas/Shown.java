package org.testigo.reports.atlas;

import java.time.Instant;
import java.util.Optional;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Claim;
import org.testigo.infrastructure.Period;
import org.testigo.reports.JsonLines;

/// How times, grades and claims stand in the files of an atlas.
final class Shown {
  private Shown() {}

  static Optional<Instant> first(Optional<Period> seen) {
    return seen.map(period -> period.first().at());
  }

  static Optional<Instant> last(Optional<Period> seen) {
    return seen.map(period -> period.last().at());
  }

  static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }

  static void period(Optional<Period> seen, JsonLines json) {
    json.time("first_seen", first(seen)).time("last_seen", last(seen));
  }

  /// Empty where nothing but a certificate speaks for the address.
  static String grade(Address address) {
    return address.grade().map(graded -> graded.grade().word()).orElse("");
  }

  static void claim(Claim claim, JsonLines json) {
    json.text("subject", claim.subject())
        .text("predicate", claim.predicate())
        .text("object", claim.object())
        .text("report", claim.report())
        .text("date", claim.date().map(Object::toString).orElse(""))
        .text("url", claim.url());
  }
}
