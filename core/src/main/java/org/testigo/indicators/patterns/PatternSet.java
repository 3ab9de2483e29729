package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Patterns that are matched together. Each is looked at only for observations that hold an object
/// of a type that it speaks of. Immutable, safe for several threads; the state of matching lies in
/// a [PatternMatching].
public final class PatternSet {
  private final List<MatchablePattern> patterns;
  private final List<Clause> clauses = new ArrayList<>();
  private final Map<String, List<Clause>> byType = new HashMap<>();

  /// What stands in one pair of brackets of one pattern.
  ///
  /// @param number its place among those of all patterns
  /// @param pattern its pattern's place in the set
  /// @param index its place in its pattern
  record Clause(int number, int pattern, int index, SingleCondition condition) {}

  private PatternSet(List<MatchablePattern> patterns) {
    this.patterns = List.copyOf(patterns);
    for (int i = 0; i < this.patterns.size(); i++) addClauses(i, this.patterns.get(i).conditions());
  }

  public static PatternSet of(List<MatchablePattern> patterns) {
    return new PatternSet(patterns);
  }

  private void addClauses(int pattern, List<SingleCondition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      var clause = new Clause(clauses.size(), pattern, i, conditions.get(i));
      clauses.add(clause);
      for (String type : clause.condition().types())
        byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(clause);
    }
  }

  public int size() {
    return patterns.size();
  }

  /// Begins matching over one body of evidence.
  public PatternMatching begin() {
    return new PatternMatching(this);
  }

  MatchablePattern pattern(int place) {
    return patterns.get(place);
  }

  int clauses() {
    return clauses.size();
  }

  /// The types of objects that any pattern speaks of.
  Set<String> types() {
    return byType.keySet();
  }

  List<Clause> clauses(String type) {
    return byType.getOrDefault(type, List.of());
  }
}
