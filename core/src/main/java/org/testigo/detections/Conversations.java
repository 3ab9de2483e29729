package org.testigo.detections;

import java.util.HashSet;
import java.util.Set;

/// Whom the person has written to, and which domains were sent in which conversation before.
///
/// Memory: a digest for each pair, up to [#LIMIT]; beyond, nothing counts as new.
final class Conversations {
  /// Pairs of correspondent and domain, and correspondents that were written to.
  static final int LIMIT = 200_000;

  private final Set<Long> domains = new HashSet<>();
  private final Set<Long> answered = new HashSet<>();

  void wroteTo(String correspondent) {
    if (answered.size() < LIMIT) answered.add(digest(correspondent, ""));
  }

  boolean hasWrittenTo(String correspondent) {
    return answered.contains(digest(correspondent, ""));
  }

  /// Whether the domain comes for the first time in this conversation; from now on it is not new.
  boolean isNew(String correspondent, String domain) {
    return !isFull() && domains.add(digest(correspondent, domain));
  }

  boolean isFull() {
    return domains.size() >= LIMIT || answered.size() >= LIMIT;
  }

  private static long digest(String correspondent, String domain) {
    return (long) correspondent.hashCode() << 32 ^ domain.hashCode() * 0x9e37_79b9_7f4a_7c15L;
  }
}
