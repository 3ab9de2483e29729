package org.testigo.exposure.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testigo.model.Source;

/// Something that went where a rule does not allow it.
///
/// @param what it was, such as `imei` or `connection`
/// @param value the identifier, the name or the app
/// @param examples where it was read, the first ones
public record Violation(
    Rule rule,
    String what,
    String value,
    Rule.Destination destination,
    long count,
    Optional<Instant> first,
    Optional<Instant> last,
    List<Source> examples) {
  public Violation {
    examples = List.copyOf(examples);
  }
}
