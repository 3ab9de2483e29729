package org.testigo.formats.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// The frames of a pcapng file.
///
/// A file is a row of blocks: type (4), whole length (4), content, whole length again (4), each
/// padded to 4 bytes. Read are: section header, interface description, enhanced packet, simple
/// packet, and the old packet block; all others are passed over by their length. A section's own
/// byte order is told by the magic `1a2b3c4d` in its header.
final class NextGenerationBlocks implements CaptureReader.Blocks {
  static final int SECTION = 0x0a0d0d0a;
  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final int SMALLEST_BLOCK_BYTES = 12;
  private static final int MOST_INTERFACES = 10_000;

  /// What a packet block of each kind has in front of its bytes, with the block's own head.
  private static final int PACKET_HEAD_BYTES = 28;

  private static final int SIMPLE_HEAD_BYTES = 12;

  private final CaptureBuffer buffer;
  private final List<CaptureInterface> interfaces = new ArrayList<>();
  private final CaptureReader.FrameShape shape = new CaptureReader.FrameShape();
  private Optional<String> cutShort = Optional.empty();

  NextGenerationBlocks(CaptureBuffer buffer) {
    this.buffer = buffer;
  }

  static boolean isOne(CaptureBuffer buffer) {
    return buffer.i32(0) == SECTION;
  }

  @Override
  public boolean next() throws IOException {
    while (buffer.fill(SMALLEST_BLOCK_BYTES)) {
      int type = buffer.i32(0);
      if (type == SECTION) beginSection();
      long length = buffer.u32(4);
      if (length < SMALLEST_BLOCK_BYTES || (length & 3) != 0) throw badLength(length);
      boolean isFrame = type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OLD_PACKET;
      if (!isFrame && type != INTERFACE) {
        if (!buffer.pass(length)) return ends(length);
        continue;
      }
      if (length > CaptureReader.LARGEST_FRAME_BYTES) throw badLength(length);
      if (!buffer.fill((int) length)) return ends(length);
      if (isFrame) frame(type, (int) length);
      else describe((int) length);
      buffer.skip((int) length);
      if (isFrame) return true;
    }
    return buffer.available() > 0 && ends(SMALLEST_BLOCK_BYTES);
  }

  private MalformedException badLength(long length) {
    return new MalformedException(
        buffer.offsetBytes() + 4,
        "a block of %d bytes, expected 12 to %d in steps of 4"
            .formatted(length, CaptureReader.LARGEST_FRAME_BYTES));
  }

  private boolean ends(long expectedBytes) {
    cutShort =
        Optional.of(
            "the capture ends in a block: %d of %d bytes at offset %d"
                .formatted(buffer.available(), expectedBytes, buffer.offsetBytes()));
    return false;
  }

  private void beginSection() {
    buffer.setBigEndian(true);
    int magic = buffer.i32(8);
    if (magic == Integer.reverseBytes(BYTE_ORDER)) buffer.setBigEndian(false);
    else if (magic != BYTE_ORDER) {
      throw new MalformedException(
          buffer.offsetBytes() + 8,
          "a section's byte order is %08x, expected 1a2b3c4d or 4d3c2b1a".formatted(magic));
    }
    interfaces.clear();
  }

  private void frame(int type, int length) {
    if (type == SIMPLE_PACKET) simple(length);
    else packet(type, length);
  }

  private void simple(int length) {
    if (length < SIMPLE_HEAD_BYTES + 4) throw badLength(length);
    var on = known(0);
    long original = buffer.u32(8);
    long kept = on.snapshotBytes() == 0 ? original : Math.min(original, on.snapshotBytes());
    shape.hasTime = false;
    shape.timeNanos = 0;
    place(on, SIMPLE_HEAD_BYTES, Math.min(kept, length - 16), original, length);
  }

  private void packet(int type, int length) {
    if (length < PACKET_HEAD_BYTES + 4) throw badLength(length);
    var on = known(type == ENHANCED_PACKET ? buffer.u32(8) : buffer.u16(8));
    shape.hasTime = true;
    shape.timeNanos = on.nanos(buffer.u32(12) << 32 | buffer.u32(16));
    place(on, PACKET_HEAD_BYTES, buffer.u32(20), buffer.u32(24), length);
  }

  private CaptureInterface known(long index) {
    if (index >= interfaces.size()) {
      throw new MalformedException(
          buffer.offsetBytes() + 8,
          "a frame of interface %d, expected one of %d".formatted(index, interfaces.size()));
    }
    return interfaces.get((int) index);
  }

  private void place(CaptureInterface on, int head, long captured, long original, int length) {
    if (captured > length - head - 4) {
      throw new MalformedException(
          buffer.offsetBytes(), "a frame of %d bytes in a block of %d".formatted(captured, length));
    }
    shape.linkType = on.linkType();
    shape.offset = buffer.position() + head;
    shape.capturedBytes = (int) captured;
    shape.originalBytes = (int) Math.min(original, Integer.MAX_VALUE);
  }

  private void describe(int length) {
    if (length < 20 || interfaces.size() == MOST_INTERFACES) throw badLength(length);
    long ticksPerSecond = 1_000_000;
    long offsetSeconds = 0;
    int at = 16;
    while (at + 4 <= length - 4) {
      int code = buffer.u16(at);
      int size = buffer.u16(at + 2);
      if (code == 0 || at + 4 + size > length - 4) break;
      if (code == 9 && size >= 1) ticksPerSecond = ticks(buffer.copy(at + 4, 1)[0] & 255);
      if (code == 14 && size >= 8) offsetSeconds = buffer.i64(at + 4);
      at += 4 + (size + 3 & ~3);
    }
    interfaces.add(
        new CaptureInterface(buffer.u16(8), buffer.u32(12), ticksPerSecond, offsetSeconds));
  }

  /// Powers of ten, or of two where the highest bit is set.
  private long ticks(int resolution) {
    int exponent = resolution & 127;
    boolean isBinary = resolution > 127;
    if (exponent > (isBinary ? 62 : 18)) {
      throw new MalformedException(
          buffer.offsetBytes(), "a time resolution of %d, expected 18 or less".formatted(exponent));
    }
    if (isBinary) return 1L << exponent;
    long ticks = 1;
    for (int i = 0; i < exponent; i++) ticks *= 10;
    return ticks;
  }

  @Override
  public CaptureReader.FrameShape shape() {
    return shape;
  }

  @Override
  public String format() {
    return "pcapng";
  }

  @Override
  public Optional<String> cutShort() {
    return cutShort;
  }
}
