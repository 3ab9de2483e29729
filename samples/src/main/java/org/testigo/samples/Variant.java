package org.testigo.samples;

import java.util.Optional;
import org.testigo.samples.backup.Encryption;

/// Which made-up phone is written.
public record Variant(Story story, Optional<Encryption> encryption) {

  /// What happened to the phone.
  public enum Story {
    /// A life, lures, and the traces of [Ocelote].
    IMPLANT,
    /// The same life and nothing else: a whole examination must find nothing.
    NO_TRACES
  }

  public static final Variant IMPLANT = new Variant(Story.IMPLANT, Optional.empty());
  public static final Variant NO_TRACES = new Variant(Story.NO_TRACES, Optional.empty());

  /// The twin of the same content, encrypted.
  public Variant encrypted(Encryption how) {
    return new Variant(story, Optional.of(how));
  }

  boolean hasImplant() {
    return story == Story.IMPLANT;
  }
}
