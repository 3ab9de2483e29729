package org.testigo.artifacts.ios;

import org.testigo.model.Budget;

/// What may be spent on one payload inside a row: so that one hostile message can hide neither
/// itself nor the others, and all of them together cost no more than their length.
final class PayloadBudget {
  private static final long NODES_AT_LEAST = 1_000;
  private static final long NODES_PER_BYTE = 4;
  private static final int DEPTH = 64;

  private PayloadBudget() {}

  static Budget of(byte[] payload) {
    long nodes = NODES_AT_LEAST + NODES_PER_BYTE * payload.length;
    long bytes = NODES_PER_BYTE * payload.length + NODES_AT_LEAST;
    return new Budget(new Budget.Allowance(0, 0, nodes, bytes, DEPTH, Long.MAX_VALUE), () -> 0);
  }
}
