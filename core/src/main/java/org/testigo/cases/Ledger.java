package org.testigo.cases;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.testigo.model.LedgerState;

/// The coverage ledger: every file that was handed in and every artifact that Testigo knows, each
/// in exactly one state.
///
/// @param artifacts in the order of their ids
/// @param files in the order of their names as handed in
public record Ledger(List<LedgerEntry> artifacts, List<LedgerEntry> files) {
  public Ledger {
    artifacts = List.copyOf(artifacts);
    files = List.copyOf(files);
  }

  public Map<LedgerState, Integer> artifactsByState() {
    return byState(artifacts);
  }

  public Map<LedgerState, Integer> filesByState() {
    return byState(files);
  }

  /// The artifacts because of which "nothing found" would not be true.
  public List<LedgerEntry> gaps() {
    return artifacts.stream().filter(LedgerEntry::isGap).toList();
  }

  private static Map<LedgerState, Integer> byState(List<LedgerEntry> entries) {
    var counts = new EnumMap<LedgerState, Integer>(LedgerState.class);
    entries.forEach(entry -> counts.merge(entry.state(), 1, Integer::sum));
    return counts;
  }
}
