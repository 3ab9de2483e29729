package org.testigo.formats.quic;

import org.testigo.model.MalformedException;

/// The pieces of the handshake among the frames of a first packet.
///
/// A first packet may hold only padding (0), pings (1), acknowledgements (2, 3), handshake bytes
/// (6: offset, length, bytes) and an end (28). RFC 9000 sections 12.4 and 19.
public final class CryptoFrames {
  private CryptoFrames() {}

  /// Takes pieces in.
  public interface Pieces {
    /// @param streamOffset of the piece in the handshake
    void piece(long streamOffset, byte[] frames, int from, int length);
  }

  /// Gives every piece.
  ///
  /// @throws MalformedException when a frame runs beyond the packet; what came before was given
  public static void read(byte[] frames, Pieces pieces) {
    var in = new Place(frames);
    while (in.at < frames.length) {
      int type = frames[in.at++];
      switch (type) {
        case 0, 1 -> {}
        case 2, 3 -> acknowledgement(in, type == 3);
        case 6 -> {
          long offset = in.varint();
          long length = in.varint();
          if (length > frames.length - in.at)
            throw new MalformedException(
                in.at, "a piece of %d bytes, %d are left".formatted(length, frames.length - in.at));
          pieces.piece(offset, frames, in.at, (int) length);
          in.at += (int) length;
        }
        default -> {
          return;
        }
      }
    }
  }

  private static void acknowledgement(Place in, boolean hasCounts) {
    in.varint();
    in.varint();
    long ranges = in.varint();
    in.varint();
    for (long i = 0; i < ranges; i++) {
      in.varint();
      in.varint();
    }
    for (int i = 0; hasCounts && i < 3; i++) in.varint();
  }

  /// A place among the frames that moves as it is read.
  private static final class Place {
    private final byte[] frames;
    private int at;

    Place(byte[] frames) {
      this.frames = frames;
    }

    private int u8() {
      if (at >= frames.length) throw new MalformedException(at, "a frame ends early");
      return frames[at++] & 255;
    }

    long varint() {
      int first = u8();
      int more = (1 << (first >> 6)) - 1;
      long value = first & 63;
      for (int i = 0; i < more; i++) value = value << 8 | u8();
      return value;
    }
  }
}
