package org.testigo.model;

import java.util.function.LongSupplier;

/// What one artifact may spend on one file. Readers spend before they work; the call that would go
/// beyond throws [LimitHitException].
///
/// Not safe for several threads: one file is read by one thread.
public final class Budget {
  /// How much work passes between two looks at the clock.
  private static final int WORK_PER_CLOCK_CHECK = 4096;

  private final Allowance allowance;
  private final LongSupplier nanoClock;
  private final long startNanos;
  private long pages;
  private long rows;
  private long nodes;
  private long bytes;
  private int workSinceClockCheck;

  /// @param pages relative to one file
  /// @param rows relative to one file
  /// @param nodes relative to one file
  /// @param bytes read or unpacked from one file
  /// @param depth nesting of one value
  /// @param timeMillis for one file
  public record Allowance(
      long pages, long rows, long nodes, long bytes, int depth, long timeMillis) {
    /// Enough for any healthy phone; what is more is an attack or damage.
    public static final Allowance DEFAULT =
        new Allowance(64_000_000, 200_000_000, 400_000_000, 1L << 40, 512, 600_000);
  }

  public Budget(Allowance allowance, LongSupplier nanoClock) {
    this.allowance = allowance;
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
  }

  /// The default allowance without a clock: for tests and for values that are already bounded.
  public static Budget unhurried() {
    return new Budget(Allowance.DEFAULT, () -> 0);
  }

  public Allowance allowance() {
    return allowance;
  }

  public void spendPage() {
    pages = spend(Limit.PAGES, pages + 1, allowance.pages());
  }

  public void spendRow() {
    rows = spend(Limit.ROWS, rows + 1, allowance.rows());
  }

  public void spendNode() {
    nodes = spend(Limit.NODES, nodes + 1, allowance.nodes());
  }

  public void spendNodes(long count) {
    nodes = spend(Limit.NODES, nodes + count, allowance.nodes());
  }

  public void spendBytes(long count) {
    bytes = spend(Limit.BYTES, bytes + count, allowance.bytes());
  }

  /// Refuses a nesting deeper than allowed; the outermost value has depth 1.
  public void checkDepth(int depth) {
    if (depth > allowance.depth()) throw new LimitHitException(Limit.DEPTH, allowance.depth());
  }

  private long spend(Limit limit, long total, long allowed) {
    if (total > allowed || total < 0) throw new LimitHitException(limit, allowed);
    if (++workSinceClockCheck >= WORK_PER_CLOCK_CHECK) checkClock();
    return total;
  }

  private void checkClock() {
    workSinceClockCheck = 0;
    long elapsedMillis = (nanoClock.getAsLong() - startNanos) / 1_000_000;
    if (elapsedMillis > allowance.timeMillis())
      throw new LimitHitException(Limit.TIME, allowance.timeMillis());
  }
}
