package org.testigo.exposure.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.testigo.model.ClearIdentifier;

/// What may go where. Of a place, a law or a company that is not known a rule cannot decide.
///
/// @param why what the rule is for, in the words of whoever wrote it
/// @param allow where it may go; empty terms allow everything
/// @param deny where it may not go
public record Rule(String id, String why, Subject subject, Terms allow, Terms deny) {

  /// What the rule is about.
  public sealed interface Subject {
    /// Values that tell one person or device from all others.
    record Identifiers(Set<ClearIdentifier.Kind> kinds) implements Subject {
      public Identifiers {
        kinds = Set.copyOf(kinds);
      }
    }

    /// Connections to these names and all below them.
    record Domains(List<String> names) implements Subject {
      public Domains {
        names = List.copyOf(names);
      }

      boolean holds(String host) {
        return names.stream().anyMatch(name -> host.equals(name) || host.endsWith("." + name));
      }
    }

    /// Installed apps by their ids, and those whose id goes on after a full stop.
    record Apps(List<String> ids) implements Subject {
      public Apps {
        ids = List.copyOf(ids);
      }

      boolean holds(String app) {
        return ids.stream().anyMatch(id -> app.equals(id) || app.startsWith(id + "."));
      }
    }

    /// All connections.
    record Connections() implements Subject {}

    /// All accounts.
    record Accounts() implements Subject {}
  }

  /// Destinations: where machines are, whose law binds their owners, who the owners are.
  ///
  /// @param places codes of countries
  /// @param laws codes of countries
  /// @param companies ids of [LegalTables#companies()]
  public record Terms(Set<String> places, Set<String> laws, Set<String> companies) {
    static final Terms NONE = new Terms(Set.of(), Set.of(), Set.of());

    public Terms {
      places = Set.copyOf(places);
      laws = Set.copyOf(laws);
      companies = Set.copyOf(companies);
    }
  }

  /// What a destination is to the rule.
  enum Answer {
    KEPT,
    BROKEN,
    UNDECIDED
  }

  /// One term after the other: a term that is broken breaks the rule; a term of which nothing is
  /// known leaves it undecided.
  Answer answer(Destination to) {
    var answers =
        List.of(
            within(allow.places(), to.place().stream().toList()),
            within(allow.laws(), to.laws()),
            within(allow.companies(), to.company().stream().toList()),
            outside(deny.places(), to.place().stream().toList()),
            outside(deny.laws(), to.laws()),
            outside(deny.companies(), to.company().stream().toList()));
    if (answers.contains(Answer.BROKEN)) return Answer.BROKEN;
    return answers.contains(Answer.UNDECIDED) ? Answer.UNDECIDED : Answer.KEPT;
  }

  private static Answer within(Set<String> allowed, List<String> known) {
    if (allowed.isEmpty()) return Answer.KEPT;
    if (known.isEmpty()) return Answer.UNDECIDED;
    return allowed.containsAll(known) ? Answer.KEPT : Answer.BROKEN;
  }

  private static Answer outside(Set<String> denied, List<String> known) {
    if (denied.isEmpty()) return Answer.KEPT;
    if (known.isEmpty()) return Answer.UNDECIDED;
    return known.stream().anyMatch(denied::contains) ? Answer.BROKEN : Answer.KEPT;
  }

  /// Where something goes.
  ///
  /// @param place the country in which the machine probably is; empty where it cannot be told
  /// @param laws countries whose law binds the owners; empty where none is known
  /// @param company the id of the owner; empty where it is not in the table
  /// @param shown what is said of it, such as a name and an address
  public record Destination(
      Optional<String> place, List<String> laws, Optional<String> company, String shown) {
    public Destination {
      laws = List.copyOf(laws);
    }
  }
}
