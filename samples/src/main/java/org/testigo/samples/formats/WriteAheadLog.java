package org.testigo.samples.formats;

import java.util.Arrays;

/// The `-wal` file that turns one state of a database into a later one.
///
/// 32 bytes of header (magic, format 3,007,000, page size, checkpoint number, two salts, two
/// checksums), then frames of 24 bytes of header (page, pages after the commit or 0, salts,
/// checksums) and a page. Big-endian; the magic's last bit says that checksums read big-endian
/// words. See <https://sqlite.org/fileformat2.html#the_write_ahead_log>.
public final class WriteAheadLog {
  private static final int MAGIC_BIG_ENDIAN = 0x377f0683;
  private static final int FORMAT = 3_007_000;
  private static final int SALT_1 = 0x0ce10730;
  private static final int SALT_2 = 0x2026_0314;

  private final Bytes out = new Bytes(1 << 16);
  private int sum1;
  private int sum2;

  private WriteAheadLog() {}

  /// @param before the database file as it lies there
  /// @param after the database as it is once the log is read
  public static byte[] between(byte[] before, byte[] after) {
    var log = new WriteAheadLog();
    log.begin();
    int size = PageFile.PAGE_BYTES;
    int pages = after.length / size;
    int last = pages - 1;
    while (last > 0 && isSame(before, after, last)) last--;
    for (int i = 0; i <= last; i++)
      if (i == last || !isSame(before, after, i))
        log.frame(
            i + 1, i == last ? pages : 0, Arrays.copyOfRange(after, i * size, (i + 1) * size));
    return log.out.toArray();
  }

  private static boolean isSame(byte[] before, byte[] after, int page) {
    int from = page * PageFile.PAGE_BYTES;
    int to = from + PageFile.PAGE_BYTES;
    return to <= before.length && Arrays.equals(before, from, to, after, from, to);
  }

  private void begin() {
    byte[] header =
        new Bytes()
            .bigEndian(MAGIC_BIG_ENDIAN, 4)
            .bigEndian(FORMAT, 4)
            .bigEndian(PageFile.PAGE_BYTES, 4)
            .bigEndian(0, 4)
            .bigEndian(SALT_1, 4)
            .bigEndian(SALT_2, 4)
            .toArray();
    sum(header, header.length);
    out.bytes(header).bigEndian(sum1, 4).bigEndian(sum2, 4);
  }

  private void frame(int page, int pagesAfterCommit, byte[] content) {
    byte[] header = new Bytes().bigEndian(page, 4).bigEndian(pagesAfterCommit, 4).toArray();
    sum(header, header.length);
    sum(content, content.length);
    out.bytes(header).bigEndian(SALT_1, 4).bigEndian(SALT_2, 4);
    out.bigEndian(sum1, 4).bigEndian(sum2, 4).bytes(content);
  }

  private void sum(byte[] bytes, int length) {
    for (int i = 0; i < length; i += 8) {
      sum1 += word(bytes, i) + sum2;
      sum2 += word(bytes, i + 4) + sum1;
    }
  }

  private static int word(byte[] bytes, int at) {
    int word = 0;
    for (int i = at; i < at + 4; i++) word = (word << 8) | (bytes[i] & 255);
    return word;
  }
}
