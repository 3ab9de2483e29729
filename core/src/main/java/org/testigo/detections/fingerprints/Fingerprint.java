package org.testigo.detections.fingerprints;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Subject;

/// What is known of a rule besides its conditions.
///
/// @param id such as `finfisher-2.0`
/// @param family the spyware, such as `finfisher`; empty for rules that name ordinary software
/// @param generation such as `2.0`; empty where the rule has none
/// @param validFrom the first day on which the rule holds; empty where not known
/// @param validUntil the last day; empty where it still holds or nobody knows
/// @param file the name of the file that it was read from
public record Fingerprint(
    String id,
    String family,
    String generation,
    Subject subject,
    Description description,
    Source source,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validUntil,
    Strength strength,
    String file) {
  public Fingerprint {
    if (validFrom.isPresent()
        && validUntil.isPresent()
        && validUntil.get().isBefore(validFrom.get()))
      throw new IllegalArgumentException("valid until " + validUntil + ", from " + validFrom);
  }

  /// What a hit is worth.
  public enum Strength {
    /// Nothing else is known to answer so.
    SPECIFIC,
    /// Others answer so too: it adds to another hit, and is nothing alone.
    CORROBORATING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the rule recognises, in one sentence.
  public record Description(String english, String spanish) {

    /// In the language of a reader.
    public String in(Locale locale) {
      return locale.getLanguage().equals("es") ? spanish : english;
    }
  }

  /// Who published it.
  ///
  /// @param date of publication; empty where not known
  public record Source(String title, String author, String url, Optional<LocalDate> date) {}

  /// Whether something seen at a time was seen while the rule holds. Without a time nothing speaks
  /// against it.
  public boolean isValidAt(Optional<ScanTime> seen) {
    return seen.isEmpty() || isValidAt(seen.get().at());
  }

  private boolean isValidAt(Instant seen) {
    var day = seen.atOffset(ZoneOffset.UTC).toLocalDate();
    return validFrom.map(from -> !day.isBefore(from)).orElse(true)
        && validUntil.map(until -> !day.isAfter(until)).orElse(true);
  }
}
