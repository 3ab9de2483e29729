package org.testigo.formats.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// The frames of one capture, in its order. A cursor: after [#next()] the accessors tell of the
/// frame that was met, and its bytes stay where they are until the next call.
///
/// Both formats, either byte order, microseconds and nanoseconds; pcapng with several sections and
/// interfaces. Times are nanoseconds since 1970-01-01T00:00:00Z.
///
/// A capture that ends inside a frame is normal, since the program that wrote it was stopped: the
/// frames before it are given, and [#cutShort()] tells.
public final class CaptureReader {
  /// A frame of more bytes is damage: the largest that tools write is 256 KiB.
  static final int LARGEST_FRAME_BYTES = 16 << 20;

  private final CaptureBuffer buffer;
  private final Blocks blocks;
  private long number;

  /// The frames of one format.
  sealed interface Blocks permits ClassicBlocks, NextGenerationBlocks {
    /// Goes to the next frame.
    boolean next() throws IOException;

    FrameShape shape();

    String format();

    Optional<String> cutShort();
  }

  /// What a frame's header said; rewritten for each frame.
  static final class FrameShape {
    long timeNanos;
    boolean hasTime;
    int linkType;
    int offset;
    int capturedBytes;
    int originalBytes;
  }

  private CaptureReader(CaptureBuffer buffer, Blocks blocks) {
    this.buffer = buffer;
    this.blocks = blocks;
  }

  /// Reads the head of a capture.
  ///
  /// @throws MalformedException when it is none
  public static CaptureReader open(InputStream in) throws IOException {
    var buffer = new CaptureBuffer(in);
    if (!buffer.fill(4))
      throw new MalformedException(0, "%d bytes, expected a capture".formatted(buffer.available()));
    return new CaptureReader(
        buffer,
        NextGenerationBlocks.isOne(buffer)
            ? new NextGenerationBlocks(buffer)
            : ClassicBlocks.open(buffer));
  }

  /// Whether the first four bytes are those of a capture.
  public static boolean recognises(byte[] head) {
    if (head.length < 4) return false;
    int first =
        (head[0] & 255) << 24 | (head[1] & 255) << 16 | (head[2] & 255) << 8 | head[3] & 255;
    return first == NextGenerationBlocks.SECTION || ClassicBlocks.isMagic(first);
  }

  /// Goes to the next frame.
  ///
  /// @return whether there is one
  /// @throws MalformedException when what follows cannot be one; nothing can be read after it
  public boolean next() throws IOException {
    if (!blocks.next()) return false;
    number++;
    return true;
  }

  /// Counted from 1, as other tools do.
  public long number() {
    return number;
  }

  /// Nanoseconds since 1970; 0 where the capture has no time for the frame.
  public long timeNanos() {
    return blocks.shape().timeNanos;
  }

  /// Whether the capture has a time for the frame.
  public boolean hasTime() {
    return blocks.shape().hasTime;
  }

  /// What the frame begins with, by the registry of link types.
  public int linkType() {
    return blocks.shape().linkType;
  }

  /// The array in which the frame lies.
  public byte[] bytes() {
    return buffer.bytes();
  }

  /// Where in [#bytes()] the frame begins.
  public int offset() {
    return blocks.shape().offset;
  }

  /// Bytes of the frame that the capture holds.
  public int capturedBytes() {
    return blocks.shape().capturedBytes;
  }

  /// Bytes that the frame had on the wire.
  public int originalBytes() {
    return blocks.shape().originalBytes;
  }

  /// `pcap` or `pcapng`.
  public String format() {
    return blocks.format();
  }

  /// Bytes read so far, from the start of the capture.
  public long offsetBytes() {
    return buffer.offsetBytes();
  }

  /// How the capture ends before its last frame does; empty where it ends whole.
  public Optional<String> cutShort() {
    return blocks.cutShort();
  }
}
