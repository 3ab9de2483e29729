package org.testigo.formats.keybag;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testigo.model.MalformedException;

/// The items of a key bag's head or of one of its classes.
final class KeyBagItems {
  private static final int TAG_BYTES = 4;
  private static final int ITEM_HEAD_BYTES = TAG_BYTES + 4;

  private final long offsetBytes;
  private final Map<String, byte[]> items = new HashMap<>();

  private KeyBagItems(long offsetBytes) {
    this.offsetBytes = offsetBytes;
  }

  /// The head first, then the classes in their order.
  static List<KeyBagItems> parse(byte[] bytes) {
    var groups = new ArrayList<KeyBagItems>();
    var group = new KeyBagItems(0);
    groups.add(group);
    var left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      int at = left.position();
      String tag = tag(left);
      byte[] value = value(left, tag);
      // The second UUID begins the first class.
      if (tag.equals("UUID") && group.has("UUID")) {
        group = new KeyBagItems(at);
        groups.add(group);
      }
      group.items.put(tag, value);
    }
    return groups;
  }

  private static String tag(ByteBuffer left) {
    if (left.remaining() < ITEM_HEAD_BYTES) {
      throw new MalformedException(
          left.position(),
          "%d bytes left in the key bag, expected an item of at least %d"
              .formatted(left.remaining(), ITEM_HEAD_BYTES));
    }
    byte[] tag = new byte[TAG_BYTES];
    left.get(tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  private static byte[] value(ByteBuffer left, String tag) {
    int at = left.position();
    long length = Integer.toUnsignedLong(left.getInt());
    if (length > left.remaining()) {
      throw new MalformedException(
          at,
          "key bag item %s says that it has %d bytes, %d are left"
              .formatted(tag, length, left.remaining()));
    }
    byte[] value = new byte[(int) length];
    left.get(value);
    return value;
  }

  boolean has(String tag) {
    return items.containsKey(tag);
  }

  byte[] bytes(String tag) {
    byte[] value = items.get(tag);
    if (value == null) {
      throw new MalformedException(
          offsetBytes, "the key bag lacks %s in the group that begins here".formatted(tag));
    }
    return value.clone();
  }

  byte[] bytes(String tag, int expectedLength) {
    byte[] value = bytes(tag);
    if (value.length != expectedLength) {
      throw new MalformedException(
          offsetBytes,
          "key bag item %s has %d bytes, expected %d".formatted(tag, value.length, expectedLength));
    }
    return value;
  }

  long number(String tag) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(bytes(tag, Integer.BYTES)).getInt());
  }

  /// A count of rounds, which cannot be 0.
  long positive(String tag) {
    long number = number(tag);
    if (number == 0)
      throw new MalformedException(offsetBytes, tag + " of the key bag is 0, expected at least 1");
    return number;
  }
}
