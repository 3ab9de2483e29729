package org.testigo.networks;

import org.testigo.model.MalformedException;

/// Reads the body of a [PackedTable], and checks what the look-up relies on: boundaries ascend,
/// values are countries or places in the list of systems, names lie inside their bytes.
final class PackedBody {
  private PackedBody() {}

  /// @throws MalformedException offsets are relative to the unpacked body
  static TableLayer read(TableOrigin origin, Unpacker body) {
    SystemList systems = systems(body.block());
    AddressColumn locations = column(body.block());
    AddressColumn announcers = column(body.block());
    AddressColumn registrations = column(body.block());
    for (boolean v6 : new boolean[] {false, true}) {
      checkCountries(locations, v6);
      checkCountries(registrations, v6);
      checkSystems(announcers, v6, systems.size());
    }
    return new TableLayer(origin, locations, announcers, registrations, systems);
  }

  private static SystemList systems(Unpacker part) {
    boolean isRegistered = part.u8() == 1;
    Unpacker powers = part.block();
    Unpacker rests = part.block();
    Unpacker laws = part.block();
    byte[] shares = part.block().rest();
    Unpacker lengths = part.block();
    byte[] names = part.block().rest();
    var numbers = new int[shares.length];
    var lawNumbers = new int[shares.length];
    var starts = new int[shares.length + 1];
    long number = 0;
    for (int i = 0; i < shares.length; i++) {
      long step = Unpacker.number(powers, rests);
      number += step;
      if (step <= 0 || step > AutonomousSystem.MAX_NUMBER || number > AutonomousSystem.MAX_NUMBER)
        throw new MalformedException(
            powers.offsetBytes(),
            "number of a system %d, %d after the last".formatted(number, step));
      numbers[i] = (int) number;
      lawNumbers[i] = law(laws, shares[i], isRegistered);
      starts[i + 1] = nameEnd(lengths, starts[i], names.length);
    }
    return new SystemList(numbers, names, starts, lawNumbers, shares, isRegistered);
  }

  private static int law(Unpacker laws, int share, boolean isRegistered) {
    int offset = laws.offsetBytes();
    int law = laws.u16();
    int least = isRegistered ? 100 : 50;
    if (!CountryCodes.isNumber(law) || law != CountryCodes.NONE && (share < least || share > 100))
      throw new MalformedException(
          offset, "law of country number %d with a share of %d %%".formatted(law, share));
    return law;
  }

  private static int nameEnd(Unpacker lengths, int start, int total) {
    int offset = lengths.offsetBytes();
    long length = lengths.varint();
    if (length > total - start)
      throw new MalformedException(
          offset, "name of %d bytes, %d are left".formatted(length, total - start));
    return start + (int) length;
  }

  private static AddressColumn column(Unpacker part) {
    var v4 = new Family(part.block());
    var starts = new int[v4.count];
    for (int i = 1; i < v4.count; i++) {
      long start = Integer.toUnsignedLong(starts[i - 1]) + v4.step();
      if (start >>> 32 != 0) throw v4.outOfOrder(i);
      starts[i] = (int) start;
    }
    var v6 = new Family(part.block());
    var highs = new long[v6.count];
    var lows = new long[v6.count];
    for (int i = 1; i < v6.count; i++) {
      long high = Unpacker.number(v6.powers, v6.rests);
      long low = Unpacker.number(v6.powers, v6.rests);
      highs[i] = highs[i - 1] + high;
      lows[i] = high == 0 ? lows[i - 1] + low : low;
      if (!isAfter(highs[i], lows[i], highs[i - 1], lows[i - 1])) throw v6.outOfOrder(i);
    }
    return new AddressColumn(starts, v4.values, highs, lows, v6.values);
  }

  private static boolean isAfter(long high, long low, long highBefore, long lowBefore) {
    int order = Long.compareUnsigned(high, highBefore);
    return order != 0 ? order > 0 : Long.compareUnsigned(low, lowBefore) > 0;
  }

  private static void checkCountries(AddressColumn column, boolean v6) {
    for (int i = 0; i < column.size(v6); i++)
      if (!CountryCodes.isNumber(column.value(v6, i))) throw unknown("country", column, v6, i);
  }

  private static void checkSystems(AddressColumn column, boolean v6, int systems) {
    for (int i = 0; i < column.size(v6); i++)
      if (column.value(v6, i) > systems) throw unknown("system", column, v6, i);
  }

  private static MalformedException unknown(String what, AddressColumn column, boolean v6, int i) {
    return new MalformedException(
        -1, "boundary %d has the %s number %d".formatted(i, what, column.value(v6, i)));
  }

  /// The parts of a column for one family of addresses.
  private static final class Family {
    private final int count;
    private final Unpacker powers;
    private final Unpacker rests;
    private final int[] values;

    Family(Unpacker part) {
      count = part.count(1);
      if (count == 0) throw new MalformedException(part.offsetBytes(), "0 boundaries, at least 1");
      powers = part.block();
      rests = part.block();
      byte[] planes = part.rest();
      if (planes.length != 3L * count)
        throw new MalformedException(
            part.offsetBytes(), "%d bytes of values for %d".formatted(planes.length, count));
      values = new int[count];
      for (int i = 0; i < count; i++)
        values[i] =
            planes[i] & 0xff
                | (planes[count + i] & 0xff) << 8
                | (planes[2 * count + i] & 0xff) << 16;
    }

    /// How far the next boundary of IPv4 lies from the one before.
    private long step() {
      long step = Unpacker.number(powers, rests);
      if (step <= 0 || step >>> 32 != 0)
        throw new MalformedException(powers.offsetBytes(), "step of " + step + " addresses");
      return step;
    }

    private MalformedException outOfOrder(int index) {
      return new MalformedException(
          powers.offsetBytes(), "boundary " + index + " does not follow the one before");
    }
  }
}
