package org.testigo.formats.sqlite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.testigo.model.MalformedException;

/// The first 100 bytes of a database.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 16 | `SQLite format 3` and a NUL |
/// | 16 | 2 | page size, 1 for 65,536 |
/// | 18, 19 | 1 | version needed to write, to read: 1 journal, 2 write-ahead log |
/// | 20 | 1 | bytes reserved at the end of every page |
/// | 21 | 3 | 64, 32, 32 |
/// | 24 | 4 | file change counter |
/// | 28 | 4 | pages; valid where the numbers at 24 and 92 are equal |
/// | 56 | 4 | text encoding: 1 UTF-8, 2 UTF-16LE, 3 UTF-16BE |
///
/// @param pageCount as stated; 0 where it is not valid
record Header(int pageSize, int usableSize, Charset charset, long pageCount) {
  static final int SIZE_BYTES = 100;
  static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);

  /// The smallest part of a page that the format allows to be in use.
  private static final int MIN_USABLE_BYTES = 480;

  /// Of a file without a byte, which SQLite takes for a database without tables.
  static final Header EMPTY = new Header(4096, 4096, StandardCharsets.UTF_8, 0);

  static boolean hasMagic(byte[] head) {
    return Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /// Reads the first 100 bytes of page 1.
  ///
  /// @param fileSizeBytes tells the page size where the header states none that is possible
  /// @param remarks takes what is odd and does not keep the file from being read
  static Header parse(byte[] head, long fileSizeBytes, Remarks remarks) {
    checkMagic(head, remarks);
    int pageSize = pageSize(head, fileSizeBytes, remarks);
    int usable = pageSize - (head[20] & 0xff);
    if (usable < MIN_USABLE_BYTES) {
      throw new MalformedException(
          20,
          "%d reserved bytes in a page of %d, expected to leave at least %d"
              .formatted(head[20] & 0xff, pageSize, MIN_USABLE_BYTES));
    }
    remark(head, remarks);
    return new Header(
        pageSize, usable, charset(BigEndian.signedInt(head, 56)), statedPageCount(head));
  }

  /// Lets a damaged magic pass where the rest of the header can only be that of a database.
  private static void checkMagic(byte[] head, Remarks remarks) {
    if (Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) return;
    String fault = "the file does not begin with \"SQLite format 3\" and a NUL byte";
    boolean isDatabase =
        isPageSize(statedPageSize(head))
            && isKnownVersion(head[18])
            && isKnownVersion(head[19])
            && hasUsualFractions(head);
    if (!isDatabase) throw new MalformedException(0, fault);
    remarks.loss(0, fault + "; the rest of its header is a database's");
  }

  private static boolean isKnownVersion(byte version) {
    return version == 1 || version == 2;
  }

  private static boolean hasUsualFractions(byte[] head) {
    return head[21] == 64 && head[22] == 32 && head[23] == 32;
  }

  /// 0 where an old program wrote last and did not keep the count.
  static long statedPageCount(byte[] head) {
    boolean isKept = BigEndian.signedInt(head, 24) == BigEndian.signedInt(head, 92);
    return isKept ? BigEndian.unsignedInt(head, 28) : 0;
  }

  static int statedPageSize(byte[] head) {
    int stated = BigEndian.unsignedShort(head, 16);
    return stated == 1 ? 65_536 : stated;
  }

  /// The stated page size; else that which the length of the file and its count of pages give.
  private static int pageSize(byte[] head, long fileSizeBytes, Remarks remarks) {
    int stated = statedPageSize(head);
    if (isPageSize(stated)) return stated;
    String fault =
        "page size %d in the header, expected a power of two from 512 to 65536".formatted(stated);
    long pages = BigEndian.unsignedInt(head, 28);
    boolean isWhole = pages > 0 && fileSizeBytes % pages == 0;
    if (!isWhole || !isPageSize(fileSizeBytes / pages)) throw new MalformedException(16, fault);
    remarks.odd(
        fault
            + "; read with %d, since the file has %d pages"
                .formatted(fileSizeBytes / pages, pages));
    return (int) (fileSizeBytes / pages);
  }

  static boolean isPageSize(long size) {
    return size >= 512 && size <= 65_536 && Long.bitCount(size) == 1;
  }

  private static void remark(byte[] head, Remarks remarks) {
    if (!isKnownVersion(head[18]) || !isKnownVersion(head[19])) {
      remarks.odd(
          "the header asks for version %d to write and %d to read, known are 1 and 2"
              .formatted(head[18] & 0xff, head[19] & 0xff));
    }
    if (!hasUsualFractions(head)) {
      remarks.odd(
          "payload fractions %d, %d, %d in the header, expected 64, 32, 32"
              .formatted(head[21] & 0xff, head[22] & 0xff, head[23] & 0xff));
    }
    int encoding = BigEndian.signedInt(head, 56);
    if (encoding < 0 || encoding > 3) {
      remarks.loss(
          56,
          "text encoding %d in the header, expected 1, 2 or 3; read as %s"
              .formatted(encoding, charset(encoding)));
    }
  }

  /// SQLite looks at two bits only, and takes 0, as in a database without tables, for UTF-8.
  private static Charset charset(int encoding) {
    return switch (encoding & 3) {
      case 2 -> StandardCharsets.UTF_16LE;
      case 3 -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.UTF_8;
    };
  }
}
