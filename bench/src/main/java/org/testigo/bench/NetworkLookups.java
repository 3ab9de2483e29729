package org.testigo.bench;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.testigo.model.IpAddress;
import org.testigo.networks.NetworkTable;

/// What the table of networks that comes with the program costs: loading it in a fresh virtual
/// machine, the memory that it keeps, and look-ups of random addresses on one thread, in time of
/// the processor.
///
/// Usage: `NetworkLookups [LOOKUPS]`
public final class NetworkLookups {
  private static final int ROUNDS = 3;

  private NetworkLookups() {}

  public static void main(String[] arguments) {
    int lookUps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000_000;
    long before = usedBytes();
    long wall = System.nanoTime();
    double cpu = cpuSeconds();
    NetworkTable table = NetworkTable.bundled();
    System.out.printf(
        "load, first time: %.0f ms, %.0f ms of the processor%n",
        (System.nanoTime() - wall) / 1e6, (cpuSeconds() - cpu) * 1e3);
    System.out.printf("memory kept: %.1f MB%n", (usedBytes() - before) / 1e6);
    for (int round = 0; round < ROUNDS; round++) {
      row("IPv4, any address", table, lookUps, NetworkLookups::v4);
      row("IPv6, 2a00::/12", table, lookUps, NetworkLookups::v6);
    }
    System.out.printf("memory kept after these: %.1f MB%n", (usedBytes() - before) / 1e6);
    System.out.println(table.credit());
  }

  private static IpAddress v4(SplittableRandom random) {
    return new IpAddress(false, 0, random.nextInt() & 0xffff_ffffL);
  }

  /// Where allocations lie close together.
  private static IpAddress v6(SplittableRandom random) {
    long high = 0x2a0L << 52 | random.nextLong() >>> 12;
    return new IpAddress(true, high, random.nextLong());
  }

  private static void row(
      String what,
      NetworkTable table,
      int lookUps,
      Function<SplittableRandom, IpAddress> addresses) {
    var random = new SplittableRandom(1);
    int known = 0;
    double start = cpuSeconds();
    for (int i = 0; i < lookUps; i++) if (table.lookUp(addresses.apply(random)).isKnown()) known++;
    System.out.printf(
        "%s: %.1f million look-ups a second, %.0f%% known%n",
        what, lookUps / (cpuSeconds() - start) / 1e6, 100.0 * known / lookUps);
  }

  /// Of this thread.
  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
