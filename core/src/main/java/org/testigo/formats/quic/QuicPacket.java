package org.testigo.formats.quic;

import java.util.Arrays;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// The header of a packet with a long header, as it stands in the clear.
///
/// First byte (bit 7 set; bits 4 and 5 the type), version (4), destination id (1 + n), source id (1
/// + n); in a first packet a token (length + n) and the length of the rest. RFC 9000 section 17.2.
///
/// @param isInitial whether it is a first packet, which alone can be read
/// @param numberOffset where the protected packet number begins; 0 unless it is a first packet
/// @param isCut whether the packet goes on behind the bytes at hand
/// @param end behind the last byte of the packet; another may follow in the same datagram
@SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
public record QuicPacket(
    int version,
    boolean isInitial,
    byte[] destinationId,
    byte[] sourceId,
    int numberOffset,
    boolean isCut,
    int end) {
  private static final int MOST_ID_BYTES = 20;

  /// Whether bytes may begin a packet with a long header.
  public static boolean hasLongHeader(byte[] bytes, int from, int to) {
    return to - from >= 7 && (bytes[from] & 0x80) != 0;
  }

  /// Reads a header.
  ///
  /// @return empty for a packet that negotiates a version, or whose version is not known here and
  ///   whose length is therefore unknown
  /// @throws MalformedException when the bytes end before the header does
  public static Optional<QuicPacket> read(byte[] bytes, int from, int to) {
    var in = new Place(bytes, from, to);
    int first = in.u8();
    int number = in.u8() << 24 | in.u8() << 16 | in.u8() << 8 | in.u8();
    if (number == 0) return Optional.empty();
    var version = QuicVersion.of(number);
    byte[] destination = in.id();
    byte[] source = in.id();
    if (version.isEmpty())
      return Optional.of(new QuicPacket(number, false, destination, source, 0, false, to));
    int type = first >> 4 & 3;
    boolean isInitial = type == version.get().initialType();
    boolean isRetry = type == (version.get().initialType() + 3 & 3);
    if (isRetry)
      return Optional.of(new QuicPacket(number, false, destination, source, 0, false, to));
    if (isInitial) in.skip(in.varint());
    long length = in.varint();
    boolean isCut = length > to - in.at;
    return Optional.of(
        new QuicPacket(
            number,
            isInitial,
            destination,
            source,
            isInitial ? in.at : 0,
            isCut,
            isCut ? to : in.at + (int) length));
  }

  /// A place in the datagram that moves as it is read.
  private static final class Place {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private int at;

    Place(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      this.at = from;
    }

    int u8() {
      if (at >= to) throw new MalformedException(at - from, "the header ends early");
      return bytes[at++] & 255;
    }

    byte[] id() {
      int length = u8();
      if (length > MOST_ID_BYTES && length > to - at || length > to - at)
        throw new MalformedException(
            at - from, "an id of %d bytes, %d are left".formatted(length, to - at));
      at += length;
      return Arrays.copyOfRange(bytes, at - length, at);
    }

    void skip(long count) {
      if (count > to - at)
        throw new MalformedException(
            at - from, "a token of %d bytes, %d are left".formatted(count, to - at));
      at += (int) count;
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
