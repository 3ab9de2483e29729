package org.testigo.formats.plist;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Random access to the objects of a binary property list, without building any: for readers of
/// many small lists. [Plist] is for all others.
///
/// Layout, big-endian: 8 bytes `bplist00`, the objects, the offset table, and in the last 32 bytes
/// the trailer: 5 unused bytes, 1 sort version, 1 size of an offset, 1 size of a reference, 8
/// number of objects, 8 outermost object, 8 offset of the offset table. An object begins with a
/// marker: kind in the high four bits, a count in the low four, where 15 means that a whole number
/// with the count follows. A reference is an index into the offset table.
///
/// Every method that takes a reference throws [MalformedException] when the object does not follow
/// the format or runs beyond the objects, and spends one node.
public final class BinaryPlist {
  private static final int HEADER = BinaryTrailer.HEADER;

  private final byte[] bytes;
  private final Budget budget;
  private final int offsetSize;
  private final int referenceSize;
  private final int objects;
  private final int top;
  private final int tableOffset;

  private BinaryPlist(byte[] bytes, BinaryTrailer trailer, Budget budget) {
    this.bytes = bytes;
    this.budget = budget;
    offsetSize = trailer.offsetSize();
    referenceSize = trailer.referenceSize();
    objects = trailer.objects();
    top = trailer.top();
    tableOffset = trailer.tableOffset();
  }

  /// Checks header and trailer.
  ///
  /// @throws UnsupportedLayoutException when the version is not 00
  public static BinaryPlist open(byte[] bytes, Budget budget) {
    budget.spendBytes(bytes.length);
    if (bytes.length < BinaryTrailer.SMALLEST) {
      throw new MalformedException(
          0,
          "%d bytes, expected a property list of at least %d"
              .formatted(bytes.length, BinaryTrailer.SMALLEST));
    }
    if (!Plist.isBinary(bytes)) {
      throw new MalformedException(0, "no bplist at the start");
    }
    if (bytes[6] != '0') {
      throw new UnsupportedLayoutException(
          "binary property list of version 0x%02x%02x, expected 0x3030"
              .formatted(bytes[6], bytes[7]));
    }
    return new BinaryPlist(bytes, BinaryTrailer.read(bytes), budget);
  }

  /// The outermost object.
  public int top() {
    return top;
  }

  public int objectCount() {
    return objects;
  }

  /// The bytes that all objects share.
  int objectBytes() {
    return tableOffset - HEADER;
  }

  /// Where the object begins.
  int offset(int reference) {
    budget.spendNode();
    if (reference < 0 || reference >= objects) {
      throw new MalformedException(
          tableOffset, "reference %d, expected less than %d".formatted(reference, objects));
    }
    long offset = unsigned(tableOffset + reference * offsetSize, offsetSize);
    if (offset < HEADER || offset >= tableOffset) {
      throw new MalformedException(
          tableOffset + (long) reference * offsetSize,
          "offset %s, expected %d to %d"
              .formatted(Long.toUnsignedString(offset), HEADER, tableOffset - 1));
    }
    return (int) offset;
  }

  public BinaryKind kind(int reference) {
    int offset = offset(reference);
    return BinaryKind.of(bytes[offset] & 0xff, offset);
  }

  /// The number of entries of an array or dictionary.
  public int count(int reference) {
    return container(reference).count;
  }

  /// The reference of a value of an array or dictionary.
  public int element(int reference, int index) {
    var container = container(reference);
    return container.reference(container.isDictionary ? container.count + index : index);
  }

  /// The reference of a key of a dictionary.
  public int key(int reference, int index) {
    return container(reference).reference(index);
  }

  /// The reference of the value of an ASCII key; -1 where the dictionary has none.
  public int find(int dictionary, String asciiKey) {
    int[] found = new int[1];
    find(dictionary, new String[] {asciiKey}, found);
    return found[0];
  }

  /// The references of the values of several ASCII keys, the first of each, in one pass.
  ///
  /// @param found takes them; -1 where the dictionary has none
  public void find(int dictionary, String[] asciiKeys, int[] found) {
    Arrays.fill(found, 0, asciiKeys.length, -1);
    var container = container(dictionary);
    if (!container.isDictionary) return;
    for (int i = 0; i < container.count; i++) {
      int at = offset(container.reference(i));
      for (int key = 0; key < asciiKeys.length; key++) {
        if (found[key] < 0 && isTextAt(at, asciiKeys[key])) {
          found[key] = container.reference(container.count + i);
        }
      }
    }
  }

  /// Whether the object is exactly this ASCII text.
  public boolean isText(int reference, String ascii) {
    return isTextAt(offset(reference), ascii);
  }

  private boolean isTextAt(int offset, String ascii) {
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
  public long whole(int reference) {
    int offset = offset(reference);
    int size = wholeSize(offset);
    if (size <= Long.BYTES) return unsigned(offset + 1, size);
    var value = new BigInteger(bytes, offset + 1, size);
    if (value.bitLength() < Long.SIZE) return value.longValue();
    throw new MalformedException(offset, "number %s, expected one of 64 bits".formatted(value));
  }

  BigInteger exactWhole(int reference) {
    return wholeAt(offset(reference));
  }

  /// Numbers of 1, 2 and 4 bytes are unsigned; those of 8 and 16 have a sign.
  private BigInteger wholeAt(int offset) {
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

  double real(int reference) {
    int offset = offset(reference);
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
  public long uid(int reference) {
    int offset = offset(reference);
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
  public byte[] data(int reference) {
    int offset = offset(reference);
    int marker = bytes[offset] & 0xff;
    if (marker >> 4 != 0x4) {
      throw new MalformedException(
          offset, "marker 0x%02x, expected data 0x40 to 0x4f".formatted(marker));
    }
    var body = body(offset, 1);
    return Arrays.copyOfRange(bytes, body.start, body.start + body.length);
  }

  public String text(int reference) {
    int offset = offset(reference);
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

  private record Body(int start, int length) {}

  /// The body of an object that begins with a marker and a count.
  private Body body(int offset, int unitBytes) {
    int low = bytes[offset] & 0xf;
    if (low != 0xf) return fitting(offset, offset + 1, low, unitBytes);
    require(offset + 1, 1);
    var count = wholeAt(offset + 1);
    if (count.bitLength() >= Integer.SIZE) {
      throw new MalformedException(
          offset, "count %s, expected at most %d".formatted(count, tableOffset - offset));
    }
    int start = offset + 2 + (1 << (bytes[offset + 1] & 0xf));
    return fitting(offset, start, count.intValue(), unitBytes);
  }

  private Body fitting(int offset, int start, int count, int unitBytes) {
    if (count < 0 || count > (tableOffset - start) / unitBytes) {
      throw new MalformedException(
          offset,
          "count %d, expected at most %d".formatted(count, (tableOffset - start) / unitBytes));
    }
    return new Body(start, count * unitBytes);
  }

  private void require(int from, int length) {
    if (length > tableOffset - from) {
      throw new MalformedException(
          from, "%d bytes wanted, the objects end at %d".formatted(length, tableOffset));
    }
  }

  /// The references of an array or dictionary: a dictionary's keys, then its values.
  Container container(int reference) {
    int offset = offset(reference);
    int marker = bytes[offset] & 0xff;
    return switch (marker >> 4) {
      case 0xa, 0xb, 0xc -> new Container(offset, body(offset, referenceSize), false);
      case 0xd -> new Container(offset, body(offset, 2 * referenceSize), true);
      default ->
          throw new MalformedException(
              offset,
              "marker 0x%02x, expected an array or a dictionary 0xa0 to 0xdf".formatted(marker));
    };
  }

  final class Container {
    final int count;
    final boolean isDictionary;

    /// Where the object begins and where it ends.
    final int offset;

    final int end;
    private final int start;

    private Container(int offset, Body body, boolean isDictionary) {
      this.offset = offset;
      this.start = body.start;
      this.end = body.start + body.length;
      this.isDictionary = isDictionary;
      this.count = body.length / (isDictionary ? 2 * referenceSize : referenceSize);
    }

    int references() {
      return isDictionary ? 2 * count : count;
    }

    int reference(int index) {
      int at = start + index * referenceSize;
      if (index < 0 || at + referenceSize > end) throw new IndexOutOfBoundsException(index);
      long reference = unsigned(at, referenceSize);
      if (reference < 0 || reference >= objects) {
        throw new MalformedException(
            at,
            "reference %s, expected less than %d"
                .formatted(Long.toUnsignedString(reference), objects));
      }
      return (int) reference;
    }
  }

  private long unsigned(int at, int size) {
    return BinaryTrailer.unsigned(bytes, at, size);
  }
}
