package org.testigo.formats.plist;

import org.testigo.model.Budget;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;

/// How deep a property list may be nested.
final class Depth {
  /// Whatever the budget allows, since walkers recurse; Apple's own lists stay below 30.
  private static final int MAX = 512;

  private Depth() {}

  /// @param depth of a value; that of the outermost one is 1
  static void check(int depth, Budget budget) {
    if (depth > MAX) throw new LimitHitException(Limit.DEPTH, MAX);
    budget.checkDepth(depth);
  }
}
