package org.testigo.formats.capture;

import java.io.IOException;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// The frames of a pcap file.
///
/// Head, 24 bytes: magic (4), version (2 + 2), two that are not used (4 + 4), snapshot length (4),
/// link type (the low 16 bits of 4). Each frame: seconds (4), microseconds or nanoseconds (4),
/// bytes captured (4), bytes on the wire (4), the bytes. The variant with magic `a1b2cd34` has 8
/// more bytes in front of each frame.
final class ClassicBlocks implements CaptureReader.Blocks {
  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int EXTENDED = 0xa1b2cd34;
  private static final int HEAD_BYTES = 24;

  private final CaptureBuffer buffer;
  private final int frameHeadBytes;
  private final int nanosPerTick;
  private final CaptureReader.FrameShape shape = new CaptureReader.FrameShape();
  private Optional<String> cutShort = Optional.empty();

  private ClassicBlocks(CaptureBuffer buffer, int magic) {
    this.buffer = buffer;
    this.frameHeadBytes = magic == EXTENDED ? 24 : 16;
    this.nanosPerTick = magic == NANOSECONDS ? 1 : 1000;
    shape.linkType = buffer.i32(20) & 0xffff;
    shape.hasTime = true;
    buffer.skip(HEAD_BYTES);
  }

  /// Whether four bytes, taken with the first highest, are a magic of either byte order.
  static boolean isMagic(int first) {
    return isOurs(first) || isOurs(Integer.reverseBytes(first));
  }

  private static boolean isOurs(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS || magic == EXTENDED;
  }

  static ClassicBlocks open(CaptureBuffer buffer) throws IOException {
    buffer.setBigEndian(true);
    int magic = buffer.i32(0);
    if (!isMagic(magic)) {
      throw new MalformedException(
          0, "the capture begins with %08x, expected a1b2c3d4 or 0a0d0d0a".formatted(magic));
    }
    if (!isOurs(magic)) buffer.setBigEndian(false);
    if (!buffer.fill(HEAD_BYTES)) {
      throw new MalformedException(
          0, "the head has %d bytes, expected 24".formatted(buffer.available()));
    }
    return new ClassicBlocks(buffer, buffer.i32(0));
  }

  @Override
  public boolean next() throws IOException {
    if (!buffer.fill(frameHeadBytes)) return ends("a frame's head", frameHeadBytes);
    long captured = buffer.u32(8);
    if (captured > CaptureReader.LARGEST_FRAME_BYTES) {
      throw new MalformedException(
          buffer.offsetBytes() + 8,
          "a frame of %d bytes, expected at most %d"
              .formatted(captured, CaptureReader.LARGEST_FRAME_BYTES));
    }
    int whole = frameHeadBytes + (int) captured;
    if (!buffer.fill(whole)) return ends("a frame", whole);
    shape.timeNanos = buffer.u32(0) * 1_000_000_000L + buffer.u32(4) * nanosPerTick;
    shape.capturedBytes = (int) captured;
    shape.originalBytes = (int) Math.min(buffer.u32(12), Integer.MAX_VALUE);
    shape.offset = buffer.position() + frameHeadBytes;
    buffer.skip(whole);
    return true;
  }

  private boolean ends(String what, int expectedBytes) {
    if (buffer.available() > 0) {
      cutShort =
          Optional.of(
              "the capture ends in %s: %d of %d bytes at offset %d"
                  .formatted(what, buffer.available(), expectedBytes, buffer.offsetBytes()));
    }
    return false;
  }

  @Override
  public CaptureReader.FrameShape shape() {
    return shape;
  }

  @Override
  public String format() {
    return "pcap";
  }

  @Override
  public Optional<String> cutShort() {
    return cutShort;
  }
}
