package org.testigo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.networks.Addresses.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.testigo.model.IpAddress;

class RangesTest {
  private record Range(int first, int last, int value) {}

  @Test
  void everyAddressHasTheNumberOfTheRangeThatCounts() {
    for (int seed = 0; seed < 300; seed++) {
      List<Range> ranges = ranges(new Random(seed));
      AddressColumn v4 = column(ranges, false, 0);
      AddressColumn above = column(ranges, false, 0xffff_ff00);
      AddressColumn v6 = column(ranges, true, 0);
      for (int address = 0; address < 256; address++) {
        int expected = expected(ranges, address);
        assertThat(v4.at(at(false, 0, address))).as("seed %d", seed).isEqualTo(expected);
        assertThat(above.at(at(false, 0xffff_ff00, address))).isEqualTo(expected);
        assertThat(v6.at(at(true, 0, address))).isEqualTo(expected);
      }
    }
  }

  private static List<Range> ranges(Random random) {
    var ranges = new ArrayList<Range>();
    for (int i = random.nextInt(20); i >= 0; i--) {
      int first = random.nextInt(256);
      int last = Math.min(255, first + random.nextInt(1 << random.nextInt(9)));
      ranges.add(new Range(first, last, 1 + random.nextInt(3)));
    }
    return ranges;
  }

  /// The one that starts last, of these the narrowest, of these the last.
  private static int expected(List<Range> ranges, int address) {
    Range best = new Range(-1, 1 << 20, 0);
    for (Range each : ranges) {
      if (address < each.first() || address > each.last()) continue;
      if (each.first() > best.first() || each.first() == best.first() && each.last() <= best.last())
        best = each;
    }
    return best.value();
  }

  private static AddressColumn column(List<Range> ranges, boolean v6, int base) {
    var builder = new ColumnBuilder();
    for (Range each : ranges)
      builder.add(at(v6, base, each.first()), at(v6, base, each.last()), each.value());
    return builder.build();
  }

  /// IPv6 addresses lie around the border between their first and last 8 bytes.
  private static IpAddress at(boolean v6, int base, int address) {
    if (!v6) return new IpAddress(false, 0, Integer.toUnsignedLong(base + address));
    return new IpAddress(true, 0x2001_0db8L << 32 | address >>> 6, (long) address << 58);
  }

  @Test
  void theHighestAddressOfBothFamilies() {
    var builder = new ColumnBuilder();
    builder.add(ip("255.255.255.255"), ip("255.255.255.255"), 7);
    builder.add(ip("ffff::"), ip("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), 8);
    AddressColumn column = builder.build();
    assertThat(column.at(ip("255.255.255.254"))).isZero();
    assertThat(column.at(ip("255.255.255.255"))).isEqualTo(7);
    assertThat(column.at(ip("0.0.0.0"))).isZero();
    assertThat(column.at(ip("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))).isEqualTo(8);
    assertThat(column.at(ip("::"))).isZero();
  }
}
