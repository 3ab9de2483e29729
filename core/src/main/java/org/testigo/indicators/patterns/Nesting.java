package org.testigo.indicators.patterns;

import java.util.function.Supplier;

/// Keeps parentheses inside parentheses from exhausting the stack.
final class Nesting {
  private static final int MAX_DEPTH = 100;

  private final PatternScanner scanner;
  private int depth;

  Nesting(PatternScanner scanner) {
    this.scanner = scanner;
  }

  /// Reads what stands between a pair of parentheses.
  <E> E inParentheses(Supplier<E> inner) {
    int offset = scanner.offset();
    if (!scanner.accept('(')) throw scanner.expected("'[' or '('");
    if (++depth > MAX_DEPTH)
      throw PatternScanner.malformed(
          offset, depth + " parentheses inside each other", "at most " + MAX_DEPTH);
    E result = inner.get();
    scanner.expect(')');
    depth--;
    return result;
  }
}
