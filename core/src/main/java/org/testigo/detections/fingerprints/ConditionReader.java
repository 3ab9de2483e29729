package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the conditions of a rule: a list under `all`, `any` or `not`, each with one key. A subject
/// knows its own keys.
///
/// @param <T> what is asked about
abstract class ConditionReader<T> {
  /// A rule nests no deeper.
  private static final int MAX_DEPTH = 16;

  static final Set<String> COMBINING = Set.of("all", "any", "not");

  /// @param rule the map that has `all`, `any` or `not`; several of them must all hold
  Condition<T> read(Node rule) {
    var parts = new ArrayList<Condition<T>>();
    for (Node.Entry entry : rule.entries())
      if (COMBINING.contains(entry.key())) parts.add(combined(entry, 0));
    if (parts.isEmpty()) throw new RefusedRuleException("missing", "all");
    return parts.size() == 1 ? parts.getFirst() : new AllOf<>(parts);
  }

  private Condition<T> combined(Node.Entry entry, int depth) {
    var node = entry.value();
    if (depth > MAX_DEPTH) throw new RefusedRuleException("too-deep", node.place(), MAX_DEPTH);
    var parts = parts(node, depth);
    return switch (entry.key()) {
      case "all" -> new AllOf<>(parts);
      case "any" -> new AnyOf<>(node.place(), parts);
      default -> new Not<>(node.place(), new AnyOf<>(node.place(), parts));
    };
  }

  private List<Condition<T>> parts(Node node, int depth) {
    var parts = new ArrayList<Condition<T>>();
    for (Node item : node.items())
      for (Node.Entry entry : item.entries())
        parts.add(COMBINING.contains(entry.key()) ? combined(entry, depth + 1) : single(entry));
    if (parts.isEmpty()) throw new RefusedRuleException("missing", node.place() + "[0]");
    return parts;
  }

  private Condition<T> single(Node.Entry entry) {
    return new Single<>(entry.value().place(), question(entry.key(), entry.value()));
  }

  /// @throws RefusedRuleException where the key is not known
  abstract Single.Question<T> question(String key, Node node);
}
