package org.testigo.infrastructure;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.FingerprintHit.Excerpt;

/// The evidence of a hit word for word.
final class Quotes {
  /// More is not read by anybody; the hit itself keeps all.
  private static final int MAX_CHARACTERS = 300;

  private Quotes() {}

  /// The shortest excerpt in which a value stands, else the first; in Latin-1, so that every byte
  /// stays a character.
  static String of(FingerprintHit hit, String value) {
    return hit.evidence().stream()
        .filter(excerpt -> text(excerpt).contains(value))
        .min(Comparator.comparingInt(excerpt -> excerpt.bytes().length()))
        .or(() -> hit.evidence().stream().findFirst())
        .map(Quotes::text)
        .map(text -> text.substring(0, Math.min(MAX_CHARACTERS, text.length())))
        .orElse("");
  }

  private static String text(Excerpt excerpt) {
    return new String(excerpt.bytes().array(), StandardCharsets.ISO_8859_1);
  }
}
