package org.testigo.indicators.patterns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One observation as patterns see it: objects of the types of STIX, and when and how often they
/// were seen. Objects may be made when they are asked for.
public interface ObservationView {

  /// The observed objects of a type; none where there are none.
  List<? extends StixNode.Dictionary> objects(String type);

  /// The object that a property whose name ends in `_ref` or `_refs` names.
  Optional<StixNode> dereference(String id);

  /// Empty where no time is known: START and STOP, FOLLOWEDBY, and WITHIN over several observations
  /// do not accept it then.
  Optional<Instant> firstObserved();

  /// Empty where no time is known.
  Optional<Instant> lastObserved();

  /// How often it was seen, at least 1; each time may match another part of a pattern.
  long numberObserved();
}
