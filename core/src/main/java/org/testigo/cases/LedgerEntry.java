package org.testigo.cases;

import java.util.List;
import java.util.Optional;
import org.testigo.model.LedgerState;
import org.testigo.model.Text;
import org.testigo.model.Unreadable;

/// The one state in which a file or an artifact ended.
///
/// @param id the artifact; empty for a file that none claims
/// @param file the file's name in the evidence; of an artifact that is always there and is not,
///   where it was looked for; empty for another that was not there
/// @param handedInAs the file's name as handed in; empty for an artifact
/// @param sha256 of the file as handed in; empty where it was not hashed
/// @param readings how many observations it gave
/// @param unreadableCount how many parts could not be read
/// @param unreadables the first of them
/// @param layouts the schema generations that were met
public record LedgerEntry(
    Kind kind,
    String id,
    String file,
    String handedInAs,
    Optional<String> sha256,
    LedgerState state,
    long readings,
    long unreadableCount,
    List<Unreadable> unreadables,
    List<String> layouts,
    Optional<Text> title,
    Optional<Text> meaning,
    boolean detectionRelevant) {
  public LedgerEntry {
    unreadables = List.copyOf(unreadables);
    layouts = List.copyOf(layouts);
  }

  /// What ended in the state.
  public enum Kind {
    FILE,
    ARTIFACT
  }

  /// Whether "nothing found" would not be true because of it.
  public boolean isGap() {
    return kind == Kind.ARTIFACT && detectionRelevant && state.isGap();
  }

  /// Why it could not be read whole, in one sentence; empty where it was.
  public String reason() {
    return unreadables.isEmpty() ? "" : unreadables.getFirst().detail();
  }

  /// Where the first part lies that could not be read; empty where there is none.
  public String location() {
    return unreadables.isEmpty() ? "" : unreadables.getFirst().source().location().toString();
  }
}
