package org.testigo.formats.plist;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// The objects of a binary property list that hold no others, each by where it begins; the layout
/// is that of [BinaryPlist].
///
/// Every method throws [MalformedException] when the object does not follow the format or runs
/// beyond the objects.
final class BinaryScalars {
  private final byte[] bytes;
  private final int end;
  private final Budget budget;

  /// @param end where the objects end
  BinaryScalars(byte[] bytes, int end, Budget budget) {
    this.bytes = bytes;
    this.end = end;
    this.budget = budget;
  }

  /// Whether the object is exactly this ASCII text.
  boolean isText(int offset, String ascii) {
    int marker = bytes[offset] & 0xff;
    // A count that does not fit into the marker follows it.
    if (marker != (0x50 | ascii.length()) && marker != 0x5f) return false;
    var body = body(offset, 1);
    if (body.length != ascii.length()) return false;
    for (int i = 0; i < body.length; i++) {
      if (bytes[body.start + i] != ascii.charAt(i)) return false;
    }
    return true;
  }

  /// A whole number of at most 64 bits with its sign.
  long whole(int offset) {
    int size = wholeSize(offset);
    if (size <= Long.BYTES) return unsigned(offset + 1, size);
    var value = new BigInteger(bytes, offset + 1, size);
    if (value.bitLength() < Long.SIZE) return value.longValue();
    throw new MalformedException(offset, "number %s, expected one of 64 bits".formatted(value));
  }

  /// Numbers of 1, 2 and 4 bytes are unsigned; those of 8 and 16 have a sign.
  BigInteger exactWhole(int offset) {
    int size = wholeSize(offset);
    return size <= Long.BYTES
        ? BigInteger.valueOf(unsigned(offset + 1, size))
        : new BigInteger(bytes, offset + 1, size);
  }

  /// The bytes of the whole number, which are all there.
  private int wholeSize(int offset) {
    int marker = bytes[offset] & 0xff;
    int size = 1 << (marker & 0xf);
    if (marker >> 4 != 0x1 || size > 16) {
      throw new MalformedException(
          offset, "marker 0x%02x, expected a whole number 0x10 to 0x14".formatted(marker));
    }
    require(offset + 1, size);
    return size;
  }

  double real(int offset) {
    int marker = bytes[offset] & 0xff;
    return switch (marker) {
      case 0x22 -> {
        require(offset + 1, 4);
        yield Float.intBitsToFloat((int) unsigned(offset + 1, 4));
      }
      case 0x23, 0x33 -> {
        require(offset + 1, 8);
        yield Double.longBitsToDouble(unsigned(offset + 1, 8));
      }
      default ->
          throw new MalformedException(
              offset, "marker 0x%02x, expected a real number 0x22, 0x23 or 0x33".formatted(marker));
    };
  }

  /// The index that a reference of a keyed archive holds.
  long uid(int offset) {
    int marker = bytes[offset] & 0xff;
    int size = (marker & 0xf) + 1;
    if (marker >> 4 != 0x8 || size > 8) {
      throw new MalformedException(
          offset, "marker 0x%02x, expected a reference 0x80 to 0x87".formatted(marker));
    }
    require(offset + 1, size);
    long index = unsigned(offset + 1, size);
    if (index < 0) {
      throw new MalformedException(
          offset, "reference %s, expected a smaller one".formatted(Long.toUnsignedString(index)));
    }
    return index;
  }

  /// A copy of the bytes of a data object.
  byte[] data(int offset) {
    int marker = bytes[offset] & 0xff;
    if (marker >> 4 != 0x4) {
      throw new MalformedException(
          offset, "marker 0x%02x, expected data 0x40 to 0x4f".formatted(marker));
    }
    var body = body(offset, 1);
    return Arrays.copyOfRange(bytes, body.start, body.start + body.length);
  }

  String text(int offset) {
    int marker = bytes[offset] & 0xff;
    return switch (marker >> 4) {
      case 0x5, 0x7 -> utf8(body(offset, 1));
      case 0x6 -> utf16(body(offset, 2));
      default ->
          throw new MalformedException(
              offset, "marker 0x%02x, expected a text 0x50 to 0x7f".formatted(marker));
    };
  }

  /// ASCII texts are read as UTF-8, which some writers put there.
  private String utf8(Body body) {
    budget.spendBytes(body.length);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, body.start, body.length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException(body.start, "a text that is neither ASCII nor UTF-8");
    }
  }

  /// Taken unit by unit, so that lone surrogates stay what they are.
  private String utf16(Body body) {
    budget.spendBytes(body.length);
    CharBuffer units = ByteBuffer.wrap(bytes, body.start, body.length).asCharBuffer();
    return units.toString();
  }

  record Body(int start, int length) {}

  /// The body of an object that begins with a marker and a count.
  Body body(int offset, int unitBytes) {
    int low = bytes[offset] & 0xf;
    if (low != 0xf) return fitting(offset, offset + 1, low, unitBytes);
    require(offset + 1, 1);
    var count = exactWhole(offset + 1);
    if (count.bitLength() >= Integer.SIZE) {
      throw new MalformedException(
          offset, "count %s, expected at most %d".formatted(count, end - offset));
    }
    int start = offset + 2 + (1 << (bytes[offset + 1] & 0xf));
    return fitting(offset, start, count.intValue(), unitBytes);
  }

  private Body fitting(int offset, int start, int count, int unitBytes) {
    if (count < 0 || count > (end - start) / unitBytes) {
      throw new MalformedException(
          offset, "count %d, expected at most %d".formatted(count, (end - start) / unitBytes));
    }
    return new Body(start, count * unitBytes);
  }

  private void require(int from, int length) {
    if (length > end - from) {
      throw new MalformedException(
          from, "%d bytes wanted, the objects end at %d".formatted(length, end));
    }
  }

  private long unsigned(int at, int size) {
    return BinaryTrailer.unsigned(bytes, at, size);
  }
}
