package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.infrastructure.Recognition.Basis;
import org.testigo.infrastructure.SeenAddress.Rule;
import org.testigo.model.Text;

/// Grades what recognised an address.
final class Grading {
  private final Graph graph;
  private final Set<String> corroborating;

  /// How many addresses that a specific rule recognised show each certificate.
  private final Map<Integer, Integer> shownBy = new HashMap<>();

  /// @param corroborating fingerprints that are nothing alone
  Grading(Graph graph, Set<String> corroborating) {
    this.graph = graph;
    this.corroborating = corroborating;
    for (SeenAddress address : graph.addresses())
      if (address.rules().keySet().stream().anyMatch(this::isSpecific))
        for (int certificate : certificates(address)) shownBy.merge(certificate, 1, Integer::sum);
  }

  /// Whether a rule recognised it that names a family, however weak alone.
  static boolean isRecognised(SeenAddress address) {
    return address.rules().keySet().stream().anyMatch(rule -> !rule.family().isEmpty());
  }

  private boolean isSpecific(Rule rule) {
    return !rule.family().isEmpty() && !corroborating.contains(rule.fingerprint());
  }

  private Set<Integer> certificates(SeenAddress address) {
    var all = new HashSet<Integer>();
    address.leaves().keySet().forEach(leaf -> all.add(graph.certificate(leaf)));
    address.issuers().keySet().forEach(issuer -> all.add(graph.certificate(issuer)));
    return all;
  }

  /// Empty where only a certificate ties the address.
  Optional<GradedRecognition> grade(SeenAddress address) {
    var rules = address.rules().keySet().stream().filter(rule -> !rule.family().isEmpty()).toList();
    if (rules.isEmpty()) return Optional.empty();
    var specific = rules.stream().filter(this::isSpecific).toList();
    return Optional.of(
        agreeing(specific, rules)
            .or(() -> corroborated(address, specific.isEmpty() ? 0 : 1))
            .orElseGet(() -> alone(address, rules, specific)));
  }

  /// One that is something alone, with any other.
  private static Optional<GradedRecognition> agreeing(List<Rule> specific, List<Rule> rules) {
    for (Rule one : specific)
      for (Rule other : rules)
        if (areIndependent(one, other))
          return Optional.of(graded(Grade.AGREEING, "agreeing", nameOf(one), nameOf(other)));
    return Optional.empty();
  }

  /// However often a rule fires that is nothing alone, it stays one sign.
  private static GradedRecognition alone(
      SeenAddress address, List<Rule> rules, List<Rule> specific) {
    return specific.isEmpty()
        ? graded(Grade.SINGLE, "weak", nameOf(rules.getFirst()))
        : repeated(address, specific);
  }

  /// Rules of one family that look at different things, or that were written for different
  /// generations. A rule outside its validity agrees with nothing.
  private static boolean areIndependent(Rule one, Rule other) {
    if (!one.family().equals(other.family()) || !one.isInValidity() || !other.isInValidity())
      return false;
    boolean otherGeneration =
        !one.generation().isEmpty()
            && !other.generation().isEmpty()
            && !one.generation().equals(other.generation());
    return otherGeneration || !one.basis().looksAtTheSame(other.basis());
  }

  /// @param own how many of those that show a certificate are the address itself
  private Optional<GradedRecognition> corroborated(SeenAddress address, int own) {
    return certificates(address).stream()
        .filter(certificate -> shownBy.getOrDefault(certificate, 0) > own)
        .map(graph::nameOf)
        .sorted()
        .findFirst()
        .map(name -> graded(Grade.CORROBORATED, "corroborated", name));
  }

  private static GradedRecognition repeated(SeenAddress address, List<Rule> rules) {
    var seen = new ArrayList<Period>();
    for (Rule rule : rules) {
      var link = address.rules().get(rule);
      if (link != null) link.seen().ifPresent(seen::add);
    }
    return seen.stream()
        .reduce(Period::with)
        .filter(period -> !period.first().at().equals(period.last().at()))
        .map(period ->
            graded(
                Grade.REPEATED,
                "repeated",
                period.firstDay().toString(),
                period.lastDay().toString()))
        .orElseGet(() -> graded(Grade.SINGLE, "single", nameOf(rules.getFirst())));
  }

  private static Object nameOf(Rule rule) {
    return rule.basis() == Basis.PUBLISHED_CERTIFICATE
        ? Text.of(Grade.class, "published-certificate", rule.fingerprint())
        : rule.basis() == Basis.PUBLISHED_ANSWER
            ? Text.of(Grade.class, "published-answer", rule.fingerprint())
            : rule.fingerprint();
  }

  private static GradedRecognition graded(Grade grade, String key, Object... arguments) {
    return new GradedRecognition(grade, Text.of(Grade.class, key, arguments));
  }
}
