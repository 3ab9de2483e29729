package org.testigo.infrastructure;

import java.util.Arrays;

/// Sets of numbers that grow together: union by size with path halving, nearly constant time.
final class UnionFind {
  private int[] parents;
  private int[] sizes;
  private int count;

  UnionFind() {
    this(0);
  }

  /// @param count of numbers that stand alone at first
  UnionFind(int count) {
    parents = new int[Math.max(16, count)];
    sizes = new int[parents.length];
    while (this.count < count) add();
  }

  /// Adds a number that stands alone.
  int add() {
    if (count == parents.length) {
      parents = Arrays.copyOf(parents, count * 2);
      sizes = Arrays.copyOf(sizes, count * 2);
    }
    parents[count] = count;
    sizes[count] = 1;
    return count++;
  }

  int root(int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    if (a == b) return;
    int large = sizes[a] >= sizes[b] ? a : b;
    int small = large == a ? b : a;
    parents[small] = large;
    sizes[large] += sizes[small];
  }
}
