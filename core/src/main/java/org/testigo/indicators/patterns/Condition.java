package org.testigo.indicators.patterns;

import java.util.List;

/// A comparison expression, compiled: types of objects are numbers, and sets of them bits.
sealed interface Condition {

  /// The types of objects that it speaks of.
  long types();

  record All(List<Condition> operands, long types) implements Condition {}

  record Any(List<Condition> operands, long types) implements Condition {}

  /// An object of the type has a value that passes, or, where `absent`, has none.
  record Test(int type, PathTest path, boolean absent) implements Condition {
    @Override
    public long types() {
      return 1L << type;
    }
  }
}
