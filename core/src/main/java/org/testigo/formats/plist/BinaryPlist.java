package org.testigo.formats.plist;

import java.math.BigInteger;
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
  private final BinaryScalars scalars;

  private BinaryPlist(byte[] bytes, BinaryTrailer trailer, Budget budget) {
    this.bytes = bytes;
    this.budget = budget;
    offsetSize = trailer.offsetSize();
    referenceSize = trailer.referenceSize();
    objects = trailer.objects();
    top = trailer.top();
    tableOffset = trailer.tableOffset();
    scalars = new BinaryScalars(bytes, tableOffset, budget);
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
        if (found[key] < 0 && scalars.isText(at, asciiKeys[key])) {
          found[key] = container.reference(container.count + i);
        }
      }
    }
  }

  /// Whether the object is exactly this ASCII text.
  public boolean isText(int reference, String ascii) {
    return scalars.isText(offset(reference), ascii);
  }

  /// A whole number of at most 64 bits with its sign.
  public long whole(int reference) {
    return scalars.whole(offset(reference));
  }

  BigInteger exactWhole(int reference) {
    return scalars.exactWhole(offset(reference));
  }

  double real(int reference) {
    return scalars.real(offset(reference));
  }

  /// The index that a reference of a keyed archive holds.
  public long uid(int reference) {
    return scalars.uid(offset(reference));
  }

  /// A copy of the bytes of a data object.
  public byte[] data(int reference) {
    return scalars.data(offset(reference));
  }

  public String text(int reference) {
    return scalars.text(offset(reference));
  }

  /// The references of an array or dictionary: a dictionary's keys, then its values.
  Container container(int reference) {
    int offset = offset(reference);
    int marker = bytes[offset] & 0xff;
    return switch (marker >> 4) {
      case 0xa, 0xb, 0xc -> new Container(offset, scalars.body(offset, referenceSize), false);
      case 0xd -> new Container(offset, scalars.body(offset, 2 * referenceSize), true);
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

    private Container(int offset, BinaryScalars.Body body, boolean isDictionary) {
      this.offset = offset;
      this.start = body.start();
      this.end = body.start() + body.length();
      this.isDictionary = isDictionary;
      this.count = body.length() / (isDictionary ? 2 * referenceSize : referenceSize);
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
