package org.testigo.networks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.testigo.model.MalformedException;

/// A table of networks as one small file, which is ours.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 8 | `TestigoN` |
/// | 8 | 2 | version, 1 |
/// | 10 | 4 | CRC-32 of all that follows |
/// | 14 | | origin: name, date (`2026-06-17` or empty) and licence as texts; rows (4), rows without a country (4); number of credits (1), each two texts |
/// | | 4 | length of the body when unpacked |
/// | | | the body, packed with zlib, to the end of the file |
///
/// A text is UTF-8 behind its length in 2 bytes, a block is bytes behind their length in 4. Numbers
/// are big-endian. The body is four blocks: systems, locations, announcers, registrations.
///
/// Systems: 1 byte, 1 where the laws are named by the table and 0 where they are derived; then the
/// blocks powers and rests (distance of each number from the one before), laws (2 bytes each),
/// shares (1 byte each), lengths of names (varints) and names.
///
/// A column is a block for IPv4 and one for IPv6: number of boundaries (4), blocks of powers and
/// rests, then the least, the middle and the most significant bytes of all values. Boundaries
/// ascend; the first is the lowest address and not written. Of the others IPv4 has the distance
/// from the one before; IPv6 the distance of the first 8 bytes, then that of the last 8, or, where
/// the first have changed, the last 8 bytes themselves.
///
/// An unsigned number is the power of two in it (1 byte, 64 for the number 0) and the odd rest
/// without its last bit (a varint: 7 bits to a byte, the least significant first).
final class PackedTable {
  static final int VERSION = 1;

  private static final byte[] MAGIC = "TestigoN".getBytes(StandardCharsets.US_ASCII);
  private static final int SUM_OFFSET = MAGIC.length + 2;
  private static final int SUMMED_OFFSET = SUM_OFFSET + 4;

  /// Some twenty times what all networks of the Internet take.
  private static final int MAX_BODY_BYTES = 1 << 28;

  private PackedTable() {}

  static byte[] magic() {
    return MAGIC.clone();
  }

  static boolean isPacked(byte[] file) {
    return file.length >= MAGIC.length
        && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  static int sum(byte[] file, int from) {
    var sum = new CRC32();
    sum.update(file, from, file.length - from);
    return (int) sum.getValue();
  }

  static NetworkTable resource(String name) {
    try (InputStream data = PackedTable.class.getResourceAsStream(name)) {
      if (data == null) throw new IllegalStateException("the program lacks its data " + name);
      return new NetworkTable(List.of(read(data.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TableLayer read(byte[] file) {
    var head = new Unpacker(file);
    if (!isPacked(file)) throw new MalformedException(0, "no packed table of networks");
    head.raw(MAGIC.length);
    int version = head.u16();
    if (version != VERSION)
      throw new MalformedException(
          MAGIC.length, "version %d, expected %d".formatted(version, VERSION));
    int written = head.u32();
    int sum = sum(file, Math.min(SUMMED_OFFSET, file.length));
    if (written != sum)
      throw new MalformedException(
          SUM_OFFSET, "checksum %08x, the file has %08x".formatted(written, sum));
    TableOrigin origin = origin(head);
    return PackedBody.read(origin, new Unpacker(inflated(head)));
  }

  private static TableOrigin origin(Unpacker head) {
    String name = head.text();
    Optional<LocalDate> date = date(head);
    Optional<String> licence = Optional.of(head.text()).filter(text -> !text.isEmpty());
    int rows = head.u32();
    int rowsWithoutCountry = head.u32();
    var credits = new ArrayList<TableOrigin.Credit>();
    int count = head.u8();
    for (int i = 0; i < count; i++) credits.add(new TableOrigin.Credit(head.text(), head.text()));
    return new TableOrigin(
        name, date, TableOrigin.DatedBy.TABLE, licence, credits, rows, rowsWithoutCountry);
  }

  private static Optional<LocalDate> date(Unpacker head) {
    int offset = head.offsetBytes();
    String text = head.text();
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new MalformedException(offset, "date " + text + ", expected such as 2026-06-17");
    }
  }

  private static byte[] inflated(Unpacker head) {
    int offset = head.offsetBytes();
    int length = head.u32();
    if (length < 0 || length > MAX_BODY_BYTES)
      throw new MalformedException(
          offset, "body of %d bytes, at most %d".formatted(length, MAX_BODY_BYTES));
    byte[] packed = head.rest();
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      var body = new byte[length];
      int got = inflater.inflate(body);
      if (got < length)
        throw new MalformedException(
            offset, "body of %d bytes, expected %d".formatted(got, length));
      return body;
    } catch (DataFormatException e) {
      throw new MalformedException(offset, "body is not zlib: " + e.getMessage());
    }
  }
}
