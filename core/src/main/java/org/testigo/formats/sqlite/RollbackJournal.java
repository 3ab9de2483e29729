package org.testigo.formats.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;

/// The `-journal` file of a transaction that did not end: the pages as they were before it. SQLite
/// would write them back at the next opening; here they stand over the file in memory.
///
/// Segments, each from a multiple of the sector size: a header (magic of 8 bytes; records, -1 for
/// as many as there are; nonce; pages of the database before; sector size; page size), filled up to
/// a sector; then records: page number, page, checksum = nonce + every 200th byte from the end. At
/// the end there may be the name of a super-journal, its length, a checksum and the magic.
final class RollbackJournal {
  private static final byte[] MAGIC = {
    (byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63, (byte) 0xd7
  };
  private static final int HEADER_BYTES = 28;
  private static final int RECORD_EXTRA_BYTES = 8;
  private static final int CHECKSUM_STRIDE_BYTES = 200;
  private static final int MAX_SUPER_NAME_BYTES = 4096;

  private final ByteSource source;
  private final Budget budget;
  private final PageOffsets pages = new PageOffsets();
  private final byte[] header = new byte[HEADER_BYTES];
  private long pageCount;
  private int sectorSize;
  private int pageSize;
  private String end = "";

  private RollbackJournal(ByteSource source, Budget budget) {
    this.source = source;
    this.budget = budget;
  }

  /// The pages to restore; empty where the journal is not hot.
  ///
  /// @param databasePageSize for journals that do not state it
  /// @param remarks takes that there is a journal and what it does
  static Optional<Layer> read(
      ByteSource source, int databasePageSize, Budget budget, Remarks remarks) {
    if (source.sizeBytes() == 0) return Optional.empty();
    return new RollbackJournal(source, budget).readSegments(databasePageSize, remarks);
  }

  private Optional<Layer> readSegments(int databasePageSize, Remarks remarks) {
    String fault = firstHeaderFault(databasePageSize);
    if (!fault.isEmpty()) {
      remarks.odd("the rollback journal is not used: " + fault);
      return Optional.empty();
    }
    String superJournal = superJournal();
    if (!superJournal.isEmpty()) {
      remarks.odd(
          "the rollback journal belongs to a transaction over several databases and is not used:"
              + " whether that one ended is known to \"%s\" only".formatted(superJournal));
      return Optional.empty();
    }
    long segment = 0;
    while (segment >= 0) segment = readSegment(segment);
    String restored =
        "a transaction had not ended: %d pages were restored from the rollback journal, as SQLite would do%s"
            .formatted(pages.size(), end.isEmpty() ? "" : "; it was read up to " + end);
    if (end.isEmpty()) remarks.odd(restored);
    else remarks.loss(0, restored);
    return Optional.of(new Layer(source, pageSize, pages, pageCount));
  }

  private String firstHeaderFault(int databasePageSize) {
    if (source.sizeBytes() < HEADER_BYTES) {
      return "%d bytes, expected at least %d".formatted(source.sizeBytes(), HEADER_BYTES);
    }
    source.read(0, header, 0, HEADER_BYTES);
    if (!Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return "its transaction had ended";
    }
    pageCount = BigEndian.unsignedInt(header, 16);
    sectorSize = BigEndian.signedInt(header, 20);
    pageSize = BigEndian.signedInt(header, 24);
    if (pageSize == 0) pageSize = databasePageSize;
    boolean isSectorSize =
        sectorSize >= 32 && sectorSize <= 65_536 && Integer.bitCount(sectorSize) == 1;
    return isSectorSize && Header.isPageSize(pageSize)
        ? ""
        : "sector size %d and page size %d, expected powers of two".formatted(sectorSize, pageSize);
  }

  /// Reads the records of one segment; gives where the next one begins, -1 after the last.
  private long readSegment(long segment) {
    if (segment > source.sizeBytes() - sectorSize) return -1;
    source.read(segment, header, 0, HEADER_BYTES);
    if (!Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) return -1;
    int recordBytes = pageSize + RECORD_EXTRA_BYTES;
    long recordsFrom = segment + sectorSize;
    long stated = BigEndian.unsignedInt(header, 8);
    long there = (source.sizeBytes() - recordsFrom) / recordBytes;
    long records = stated == 0xffff_ffffL ? there : Math.min(stated, there);
    int nonce = BigEndian.signedInt(header, 12);
    for (long i = 0; i < records; i++) {
      if (!readRecord(recordsFrom + i * recordBytes, nonce)) return -1;
    }
    if (stated > there && stated != 0xffff_ffffL) {
      end = "record %d of %d, where the journal ends".formatted(there, stated);
      return -1;
    }
    long recordsTo = recordsFrom + records * recordBytes;
    return (recordsTo + sectorSize - 1) / sectorSize * sectorSize;
  }

  private boolean readRecord(long offsetBytes, int nonce) {
    budget.spendPage();
    byte[] data = new byte[pageSize + RECORD_EXTRA_BYTES];
    source.read(offsetBytes, data, 0, data.length);
    int page = BigEndian.signedInt(data, 0);
    if (page <= 0) {
      end = "page number %d at offset %d".formatted(BigEndian.unsignedInt(data, 0), offsetBytes);
      return false;
    }
    int sum = nonce;
    for (int i = pageSize - CHECKSUM_STRIDE_BYTES; i > 0; i -= CHECKSUM_STRIDE_BYTES) {
      sum += data[4 + i] & 0xff;
    }
    if (sum != BigEndian.signedInt(data, 4 + pageSize)) {
      end = "a checksum that does not fit at offset " + offsetBytes;
      return false;
    }
    if (page <= pageCount && !pages.contains(page)) pages.put(page, offsetBytes + 4);
    return true;
  }

  /// The name of the super-journal; empty where there is none.
  private String superJournal() {
    long size = source.sizeBytes();
    if (size < HEADER_BYTES + 16) return "";
    byte[] tail = new byte[16];
    source.read(size - 16, tail, 0, 16);
    long length = BigEndian.unsignedInt(tail, 0);
    boolean isThere =
        Arrays.equals(tail, 8, 16, MAGIC, 0, 8)
            && length > 0
            && length <= Math.min(MAX_SUPER_NAME_BYTES, size - 16);
    if (!isThere) return "";
    byte[] name = new byte[(int) length];
    source.read(size - 16 - length, name, 0, name.length);
    int sum = BigEndian.signedInt(tail, 4);
    for (byte b : name) sum -= b;
    return sum == 0 ? new String(name, StandardCharsets.UTF_8) : "";
  }
}
