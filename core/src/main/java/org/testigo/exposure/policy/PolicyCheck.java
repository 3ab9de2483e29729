package org.testigo.exposure.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.Source;

/// Holds what was observed against rules, one observation after the other.
public final class PolicyCheck {
  /// Different breaches that are kept apart; more are only counted.
  private static final int MOST_VIOLATIONS = 20_000;

  private static final int MOST_EXAMPLES = 5;

  private final List<Rule> rules;
  private final Map<Key, Breach> breaches = new LinkedHashMap<>();
  private long undecided;
  private long untold;

  private record Key(Rule rule, String what, String value, Rule.Destination destination) {}

  private static final class Breach {
    private long count;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private final List<Source> examples = new ArrayList<>();

    void add(Optional<Instant> at, Source source) {
      count++;
      if (at.isPresent() && (first.isEmpty() || at.get().isBefore(first.get()))) first = at;
      if (at.isPresent() && (last.isEmpty() || at.get().isAfter(last.get()))) last = at;
      if (examples.size() < MOST_EXAMPLES) examples.add(source);
    }
  }

  /// Something that was observed to go somewhere.
  ///
  /// @param at when, where it is known
  public record Going(Rule.Destination to, Optional<Instant> at, Source source) {}

  public PolicyCheck(List<Policy> policies) {
    rules = policies.stream().flatMap(policy -> policy.rules().stream()).toList();
  }

  /// @param name under which the server was reached; empty where it had none
  public void connection(String name, Going going) {
    for (Rule rule : rules) {
      switch (rule.subject()) {
        case Rule.Subject.Connections _ ->
            ask(rule, "connection", name.isEmpty() ? going.to().shown() : name, going);
        case Rule.Subject.Domains domains -> {
          if (!name.isEmpty() && domains.holds(name)) ask(rule, "connection", name, going);
        }
        case Rule.Subject.Identifiers _, Rule.Subject.Apps _, Rule.Subject.Accounts _ -> {}
      }
    }
  }

  public void identifier(ClearIdentifier.Kind kind, String value, Going going) {
    for (Rule rule : rules)
      if (rule.subject() instanceof Rule.Subject.Identifiers asked && asked.kinds().contains(kind))
        ask(rule, kind.word(), value, going);
  }

  public void app(String id, Going going) {
    for (Rule rule : rules)
      if (rule.subject() instanceof Rule.Subject.Apps apps && apps.holds(id))
        ask(rule, "app", id, going);
  }

  public void account(String shown, Going going) {
    for (Rule rule : rules)
      if (rule.subject() instanceof Rule.Subject.Accounts) ask(rule, "account", shown, going);
  }

  private void ask(Rule rule, String what, String value, Going going) {
    switch (rule.answer(going.to())) {
      case KEPT -> {}
      case UNDECIDED -> undecided++;
      case BROKEN -> {
        var key = new Key(rule, what, value, going.to());
        var breach = breaches.get(key);
        if (breach == null && breaches.size() >= MOST_VIOLATIONS) {
          untold++;
          return;
        }
        if (breach == null) {
          breach = new Breach();
          breaches.put(key, breach);
        }
        breach.add(going.at(), going.source());
      }
    }
  }

  /// In the order of the rules, then of seeing.
  public List<Violation> violations() {
    var violations = new ArrayList<Violation>();
    for (Rule rule : rules)
      breaches.forEach((key, breach) -> {
        if (key.rule().equals(rule)) violations.add(violation(key, breach));
      });
    return violations;
  }

  private static Violation violation(Key key, Breach breach) {
    return new Violation(
        key.rule(),
        key.what(),
        key.value(),
        key.destination(),
        breach.count,
        breach.first,
        breach.last,
        breach.examples);
  }

  /// How often a rule could not be decided.
  public long undecided() {
    return undecided;
  }

  /// Breaches that were too many to be kept apart.
  public long untold() {
    return untold;
  }
}
