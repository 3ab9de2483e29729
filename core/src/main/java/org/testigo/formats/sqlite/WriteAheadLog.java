package org.testigo.formats.sqlite;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;

/// The `-wal` file: newer versions of pages, valid up to the last commit.
///
/// Header, 32 bytes, big-endian: magic 0x377f0682, or 0x377f0683 where the checksums read their
/// words big-endian; version 3007000; page size; checkpoint number; two salts; two checksums of the
/// 24 bytes before. Then frames: page number; pages of the database after a commit, 0 where the
/// frame does not end one; the salts of the header; two checksums; the page.
///
/// Checksums run over everything from the header on, so that the first frame that does not fit ends
/// the log; older frames left over from before the last checkpoint carry other salts.
final class WriteAheadLog {
  private static final int HEADER_BYTES = 32;
  private static final int FRAME_HEADER_BYTES = 24;
  private static final int MAGIC_LITTLE_ENDIAN = 0x377f0682;
  private static final int MAGIC_BIG_ENDIAN = 0x377f0683;

  /// What ends most logs: after a checkpoint SQLite starts again at the first frame.
  private static final String OLDER = "other salts than the header";

  private static final int VERSION = 3_007_000;

  private final ByteSource source;
  private final Budget budget;
  private final Remarks remarks;
  private final byte[] header = new byte[HEADER_BYTES];
  private @Nullable FrameChecksum checksum;
  private int pageSize;

  private WriteAheadLog(ByteSource source, Budget budget, Remarks remarks) {
    this.source = source;
    this.budget = budget;
    this.remarks = remarks;
  }

  /// The pages up to the last commit; empty where there is none.
  ///
  /// @param remarks takes what is left out and why
  static Optional<Layer> read(ByteSource source, Budget budget, Remarks remarks) {
    if (source.sizeBytes() == 0) return Optional.empty();
    var log = new WriteAheadLog(source, budget, remarks);
    return log.readHeader() ? log.readFrames() : Optional.empty();
  }

  private boolean readHeader() {
    if (source.sizeBytes() < HEADER_BYTES) {
      return ignored("%d bytes, expected at least %d".formatted(source.sizeBytes(), HEADER_BYTES));
    }
    source.read(0, header, 0, HEADER_BYTES);
    int magic = BigEndian.signedInt(header, 0);
    if (magic != MAGIC_LITTLE_ENDIAN && magic != MAGIC_BIG_ENDIAN) {
      return ignored("magic 0x%08x, expected 0x377f0682 or 0x377f0683".formatted(magic));
    }
    int version = BigEndian.signedInt(header, 4);
    if (version != VERSION) return ignored("version %d, expected %d".formatted(version, VERSION));
    pageSize = BigEndian.signedInt(header, 8);
    if (!Header.isPageSize(pageSize)) {
      return ignored("page size %d, expected a power of two from 512 to 65536".formatted(pageSize));
    }
    checksum = new FrameChecksum(magic == MAGIC_BIG_ENDIAN);
    checksum.add(header, 0, 24);
    return checksum.equalsAt(header, 24) || ignored("the checksum of its header does not fit");
  }

  private boolean ignored(String why) {
    remarks.loss(0, "the write-ahead log is not used: " + why);
    return false;
  }

  private Optional<Layer> readFrames() {
    int frameBytes = FRAME_HEADER_BYTES + pageSize;
    long frames = (source.sizeBytes() - HEADER_BYTES) / frameBytes;
    byte[] frame = new byte[frameBytes];
    var pages = new PageOffsets();
    var uncommitted = new IntList();
    long pageCount = 0;
    long valid = 0;
    String end = "";
    for (; valid < frames && end.isEmpty(); valid++) {
      long offsetBytes = HEADER_BYTES + valid * frameBytes;
      budget.spendPage();
      source.read(offsetBytes, frame, 0, frameBytes);
      end = fault(frame);
      if (!end.isEmpty()) break;
      uncommitted.add(BigEndian.signedInt(frame, 0));
      long pagesAfterCommit = BigEndian.unsignedInt(frame, 4);
      if (pagesAfterCommit == 0) continue;
      pageCount = pagesAfterCommit;
      long firstOffsetBytes = offsetBytes - (uncommitted.size() - 1L) * frameBytes;
      for (int i = 0; i < uncommitted.size(); i++) {
        pages.put(
            uncommitted.get(i), firstOffsetBytes + (long) i * frameBytes + FRAME_HEADER_BYTES);
      }
      uncommitted.clear();
    }
    remarkRest(frames, valid, valid - uncommitted.size(), frameBytes, end);
    return pageCount == 0
        ? Optional.empty()
        : Optional.of(new Layer(source, pageSize, pages, pageCount));
  }

  /// What keeps a frame from being valid; empty where nothing does.
  private String fault(byte[] frame) {
    if (BigEndian.signedLong(frame, 8) != BigEndian.signedLong(header, 16)) {
      return OLDER;
    }
    if (BigEndian.signedInt(frame, 0) <= 0) {
      return "page number %d".formatted(BigEndian.unsignedInt(frame, 0));
    }
    FrameChecksum sum = requireNonNull(checksum);
    sum.add(frame, 0, 8);
    sum.add(frame, FRAME_HEADER_BYTES, pageSize);
    return sum.equalsAt(frame, 16) ? "" : "a checksum that does not fit";
  }

  private void remarkRest(
      long frames, long validFrames, long committedFrames, int frameBytes, String end) {
    if (end.equals(OLDER)) {
      remarks.odd(
          "frames %d to %d of the write-ahead log are from before its last start and not used"
              .formatted(validFrames + 1, frames));
    } else if (!end.isEmpty()) {
      remarks.loss(
          HEADER_BYTES + validFrames * frameBytes,
          "frames %d to %d of the write-ahead log are not used: the first of them has %s"
              .formatted(validFrames + 1, frames, end));
    }
    if (validFrames > committedFrames) {
      remarks.odd(
          "%d frames of the write-ahead log after frame %d are not used: never committed"
              .formatted(validFrames - committedFrames, committedFrames));
    }
    long tailBytes = (source.sizeBytes() - HEADER_BYTES) % frameBytes;
    if (tailBytes > 0) {
      remarks.loss(
          source.sizeBytes() - tailBytes,
          "the last %d bytes of the write-ahead log are not used: no whole frame of %d"
              .formatted(tailBytes, frameBytes));
    }
  }
}
