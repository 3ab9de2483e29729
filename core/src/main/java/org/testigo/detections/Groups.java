package org.testigo.detections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// Observations gathered by what they have in common: a sender, a domain, an app. One finding comes
/// of each group.
///
/// Groups are told apart up to [#LIMIT]; everything of further groups is gathered in one, whose
/// finding says so.
///
/// @param <K> what the observations of a group have in common; a value with `equals`
final class Groups<K> {
  /// How many groups are told apart. A phone with more apps, profiles or suspicious senders than
  /// this has more than a person would read.
  static final int LIMIT = 1_000;

  private final Map<K, Gathered> groups = new LinkedHashMap<>();
  private final Gathered rest = new Gathered();

  /// @param value the part of the observation that matters
  void add(K key, Observation observation, String value) {
    var group = groups.get(key);
    if (group == null && groups.size() < LIMIT) {
      group = new Gathered();
      groups.put(key, group);
    }
    (group == null ? rest : group).add(observation, value);
  }

  /// Whether observations of the group have its own place; those beyond the limit have not.
  boolean has(K key) {
    return groups.containsKey(key);
  }

  /// One finding of each group, in the order in which they were first met, and one of all groups
  /// beyond the limit.
  ///
  /// @param page of the detection that judges
  /// @param restClass the class of the finding of the groups beyond the limit
  List<Finding> judged(Page page, FindingClass restClass, BiFunction<K, Gathered, Finding> judge) {
    var findings = new ArrayList<Finding>();
    groups.forEach((key, group) -> findings.add(judge.apply(key, group)));
    if (rest.count() > 0) findings.add(findingOfRest(page, restClass));
    return findings;
  }

  private Finding findingOfRest(Page page, FindingClass restClass) {
    var title = Text.of(Groups.class, "rest", page.id(), LIMIT, rest.count());
    return page.finding(restClass, "", "beyond the limit", title, 1, rest);
  }
}
