package org.testigo.networks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.Deflater;

/// Writes what [PackedTable] reads.
final class PackedTableWriter {
  private PackedTableWriter() {}

  static byte[] write(TableLayer layer) {
    byte[] body =
        new Packer()
            .block(systems(layer.systems()))
            .block(column(layer.locations()))
            .block(column(layer.announcers()))
            .block(column(layer.registrations()))
            .bytes();
    byte[] summed =
        new Packer().raw(origin(layer.origin())).u32(body.length).raw(deflated(body)).bytes();
    return new Packer()
        .raw(PackedTable.magic())
        .u16(PackedTable.VERSION)
        .u32(PackedTable.sum(summed, 0))
        .raw(summed)
        .bytes();
  }

  private static byte[] origin(TableOrigin origin) {
    var packer =
        new Packer()
            .text(origin.name())
            .text(origin.date().map(LocalDate::toString).orElse(""))
            .text(origin.licence().orElse(""))
            .u32(origin.rows())
            .u32(origin.rowsWithoutCountry())
            .u8(origin.credits().size());
    for (TableOrigin.Credit each : origin.credits()) packer.text(each.text()).text(each.url());
    return packer.bytes();
  }

  private static Packer systems(SystemList list) {
    var exponents = new Packer();
    var rests = new Packer();
    var laws = new Packer();
    var shares = new Packer();
    var lengths = new Packer();
    var names = new Packer();
    long before = 0;
    for (AutonomousSystem system : list.all()) {
      Packer.number(system.number() - before, exponents, rests);
      before = system.number();
      laws.u16(system.lawCountry().map(law -> CountryCodes.of(law.country())).orElse(0));
      shares.u8(system.lawCountry().map(LawCountry::sharePercent).orElse(0));
      byte[] name = system.name().getBytes(StandardCharsets.UTF_8);
      lengths.varint(name.length);
      names.raw(name);
    }
    return new Packer()
        .u8(list.isRegistered() ? 1 : 0)
        .block(exponents)
        .block(rests)
        .block(laws)
        .block(shares)
        .block(lengths)
        .block(names);
  }

  private static Packer column(AddressColumn column) {
    return new Packer().block(family(column, false)).block(family(column, true));
  }

  /// The boundaries after the first, each as its distance from the one before it.
  private static Packer family(AddressColumn column, boolean v6) {
    var exponents = new Packer();
    var rests = new Packer();
    var planes = new Packer[] {new Packer(), new Packer(), new Packer()};
    put(planes, column.value(v6, 0));
    for (int i = 1; i < column.size(v6); i++) {
      long step = column.high(v6, i) - column.high(v6, i - 1);
      if (v6) Packer.number(step, exponents, rests);
      long low = column.low(v6, i);
      Packer.number(step == 0 ? low - column.low(v6, i - 1) : low, exponents, rests);
      put(planes, column.value(v6, i));
    }
    var family = new Packer().u32(column.size(v6)).block(exponents).block(rests);
    for (Packer plane : planes) family.raw(plane.bytes());
    return family;
  }

  /// The bytes of a number, each to the plane of its weight: planes pack better than numbers.
  private static void put(Packer[] planes, int value) {
    for (int i = 0; i < planes.length; i++) planes[i].u8(value >>> 8 * i & 0xff);
  }

  private static byte[] deflated(byte[] body) {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(body);
      deflater.finish();
      while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
    }
    return out.toByteArray();
  }
}
