package org.testigo.detections.fingerprints;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.ScanTime;

/// A rule that can be asked.
///
/// @param literals of which one must stand in the bytes of the wire before the condition is asked:
///   so a search for them beforehand never loses a hit
/// @param examples what it must match and what it must not
/// @param <T> what it is asked about
record Rule<T>(
    Fingerprint fingerprint,
    Condition<T> condition,
    List<Extraction<T>> extractions,
    Literals literals,
    Examples examples) {
  Rule {
    extractions = List.copyOf(extractions);
  }

  Optional<FingerprintHit> match(T target, Wire wire, Optional<ScanTime> at) {
    if (!hasLiteral(wire)) return Optional.empty();
    if (condition.test(target) != Truth.YES) return Optional.empty();
    var citations = new Citations(wire.of(), wire.bytes());
    condition.cite(target, citations);
    var extracted = new LinkedHashMap<String, String>();
    for (Extraction<T> extraction : extractions) {
      extraction.value(target).ifPresent(value -> extracted.put(extraction.name(), value));
      extraction.cite(target, citations);
    }
    return Optional.of(
        new FingerprintHit(
            fingerprint.id(),
            fingerprint.family(),
            fingerprint.generation(),
            fingerprint.isValidAt(at),
            extracted,
            wire.certificate(),
            citations.excerpts()));
  }

  /// The first condition that does not hold, by its place in the file; empty where all do.
  String failing(T target, Wire wire) {
    String failing = condition.failing(target);
    return failing.isEmpty() && !hasLiteral(wire) ? "literal" : failing;
  }

  private boolean hasLiteral(Wire wire) {
    return literals.isEmpty() || literals.standIn(wire.bytes().array());
  }
}
