package org.testigo.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.testigo.model.Unreadable.Reason;

/// Gathers faults of a listing; of very many the first are kept in full and the others counted.
final class Faults {
  private static final int KEPT = 1_000;

  private final List<Fault> first = new ArrayList<>();
  private long more;

  void add(Fault fault) {
    if (first.size() < KEPT) first.add(fault);
    else more++;
  }

  void addAll(Faults others) {
    others.first.forEach(this::add);
    more += others.more;
  }

  /// Puts them in an order that does not depend on the order in which folders give their files.
  void sort() {
    first.sort(Comparator.comparing(Fault::detail));
  }

  List<Fault> list() {
    var all = new ArrayList<>(first);
    if (more > 0) all.add(Fault.of(Reason.MALFORMED, "and %d more faults".formatted(more)));
    return all;
  }
}
