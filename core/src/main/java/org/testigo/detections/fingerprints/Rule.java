package org.testigo.detections.fingerprints;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ServiceView;

/// A rule that can be asked.
///
/// @param literals of which one must stand in the bytes of the wire as well: so a search for them
///   beforehand never loses a hit
/// @param examples what it must match and what it must not
/// @param finder finds what it is asked about in a service
/// @param <T> what it is asked about
record Rule<T>(
    Fingerprint fingerprint,
    Condition<T> condition,
    List<Extraction<T>> extractions,
    Literals literals,
    Examples examples,
    Target.Finder<T> finder) {
  Rule {
    extractions = List.copyOf(extractions);
  }

  Optional<FingerprintHit> match(Target<T> target, Optional<ScanTime> at) {
    // Most conditions look at a line or two, the search for a literal at everything.
    boolean holds = condition.test(target.asked()) == Truth.YES && hasLiteral(target);
    return holds ? Optional.of(hit(target, at)) : Optional.empty();
  }

  private FingerprintHit hit(Target<T> target, Optional<ScanTime> at) {
    var citations = new Citations(target.of(), target.wire());
    condition.cite(target.asked(), citations);
    var extracted = new LinkedHashMap<String, String>();
    for (Extraction<T> extraction : extractions) {
      var value = extraction.value(target.asked());
      value.ifPresent(found -> extracted.putIfAbsent(extraction.name(), found));
      if (value.isPresent()) extraction.cite(target.asked(), citations);
    }
    return new FingerprintHit(
        fingerprint.id(),
        fingerprint.family(),
        fingerprint.generation(),
        fingerprint.isValidAt(at),
        extracted,
        target.certificate(),
        citations.excerpts());
  }

  private boolean hasLiteral(Target<T> target) {
    return literals.isEmpty() || literals.standIn(target.wire().array());
  }

  /// Asks of every target in a service.
  ///
  /// @return the first hit, or the first condition that does not hold for the last target
  Asked ask(ServiceView service) {
    String failing = "subject";
    for (Target<T> target : finder.in(service)) {
      var hit = match(target, service.at());
      if (hit.isPresent()) return new Asked(hit, "");
      failing = condition.failing(target.asked());
      if (failing.isEmpty()) failing = "literal";
    }
    return new Asked(Optional.empty(), failing);
  }

  /// What became of a question.
  ///
  /// @param failing the place in the rule's file of what does not hold; `subject` where the service
  ///   has nothing that the rule asks about, `literal` where its bytes are not there as they should
  record Asked(Optional<FingerprintHit> hit, String failing) {}
}
