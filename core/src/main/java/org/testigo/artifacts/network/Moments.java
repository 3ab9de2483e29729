package org.testigo.artifacts.network;

import java.time.Instant;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;

/// Moments of records whose raw value is worth no more than the time itself.
final class Moments {
  private Moments() {}

  static Moment of(Meaning meaning, Instant at) {
    return new Moment(meaning, at, at.toString());
  }
}
