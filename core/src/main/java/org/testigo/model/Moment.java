package org.testigo.model;

import java.time.Instant;
import java.util.Locale;

/// A time that the evidence records, with what it means and the number or text as it stands in the
/// evidence.
///
/// @param at in UTC
/// @param raw the value before conversion, such as `588813210123456789` or `2021-01-17T19:23:38Z`
public record Moment(Meaning meaning, Instant at, String raw) {

  /// What happened at the time; the literal words stand in timelines and in the case.
  public enum Meaning {
    SENT,
    DELIVERED,
    READ,
    EDITED,
    UNSENT,
    VISITED,
    CREATED,
    MODIFIED,
    STATUS_CHANGED,
    FIRST_USED,
    LAST_USED,
    INSTALLED,
    PURCHASED,
    DECIDED,
    LOOKED_UP,
    ANSWERED,
    STARTED,
    ENDED,
    BACKED_UP,
    RECORDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
