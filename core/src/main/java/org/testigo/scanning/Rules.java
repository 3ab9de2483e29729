package org.testigo.scanning;

import java.util.List;
import java.util.function.Consumer;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Subject;

/// What a scan asks of fingerprints. Safe for several threads.
public interface Rules {

  /// Bytes of which one stands in a subject wherever a rule that has literals matches it.
  List<Literal> literals();

  /// Whether a rule looks at a subject and has no literal, so that each must be looked at.
  boolean hasRuleWithoutLiteral(Subject subject);

  /// What matches.
  ///
  /// @param troubles takes why a rule could not be held against the service, and which; the others
  ///   still are
  List<FingerprintHit> match(ServiceView service, Consumer<String> troubles);

  /// The rules of a set.
  static Rules of(FingerprintSet set) {
    return new Rules() {
      @Override
      public List<Literal> literals() {
        return set.literals();
      }

      @Override
      public boolean hasRuleWithoutLiteral(Subject subject) {
        return set.hasRuleWithoutLiteral(subject);
      }

      @Override
      public List<FingerprintHit> match(ServiceView service, Consumer<String> troubles) {
        return set.match(
            service,
            trouble ->
                troubles.accept(
                    "rule %s: %s"
                        .formatted(trouble.fingerprint().id(), trouble.why().getMessage())));
      }
    };
  }
}
