package org.testigo.formats.typedstream;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// The items of a typed stream: tags, numbers, strings.
///
/// Layout: 0x04 stream version, the string `streamtyped` (little-endian), the system version, then
/// groups of values, each with a string that names their types. A number is one byte with a sign,
/// or 0x81 and two bytes, or 0x82 and four; a string is its length as a number, and its bytes.
/// Where something may be shared, 0x84 stands before a new one, 0x85 for none, and a number from
/// 0x92 up for one met before.
final class Items {
  static final int TWO_BYTES = 0x81;
  static final int FOUR_BYTES = 0x82;
  static final int FLOATING = 0x83;
  static final int NEW = 0x84;
  static final int NONE = 0x85;
  static final int END = 0x86;

  /// The number of the first thing that is shared, as one byte with a sign.
  private static final int FIRST_REFERENCE = (byte) 0x92;

  private static final int STREAM_VERSION = 4;
  private static final String SIGNATURE = "streamtyped";

  private final byte[] bytes;
  private final Budget budget;
  private final List<String> sharedStrings = new ArrayList<>();
  private int at;
  private Optional<String> overlong = Optional.empty();
  private Optional<MalformedException> oddText = Optional.empty();

  Items(byte[] bytes, Budget budget) {
    this.bytes = bytes;
    this.budget = budget;
  }

  void readHead() {
    int version = next();
    String signature = new String(unshared(), StandardCharsets.ISO_8859_1);
    if (signature.equals("typedstream")) {
      throw new UnsupportedLayoutException("a big-endian typed stream, expected streamtyped");
    }
    if (version != STREAM_VERSION || !signature.equals(SIGNATURE)) {
      throw malformed("no 04 streamtyped at the start");
    }
    number();
  }

  int offset() {
    return at;
  }

  MalformedException malformed(String detail) {
    return new MalformedException(at, detail);
  }

  int peek() {
    if (at >= bytes.length) throw malformed("the stream ends where a value is expected");
    return bytes[at] & 0xff;
  }

  int next() {
    int head = peek();
    at++;
    budget.spendNode();
    return head;
  }

  long number() {
    int head = next();
    return switch (head) {
      case TWO_BYTES -> (short) littleEndian(2);
      case FOUR_BYTES -> (int) littleEndian(4);
      default -> small(head);
    };
  }

  private long small(int head) {
    if (head > FOUR_BYTES && head < (FIRST_REFERENCE & 0xff) || head == 0x80) {
      throw new MalformedException(at - 1, "tag 0x%02x, expected a number".formatted(head));
    }
    return (byte) head;
  }

  /// The index of something met before, from the byte that was taken as its tag.
  int reference(int head, int known) {
    long number =
        switch (head) {
          case TWO_BYTES -> (short) littleEndian(2);
          case FOUR_BYTES -> (int) littleEndian(4);
          default -> (byte) head;
        };
    long index = number - FIRST_REFERENCE;
    if (index < 0 || index >= known) {
      throw malformed("reference %d, expected one of %d".formatted(index, known));
    }
    return (int) index;
  }

  private long littleEndian(int size) {
    byte[] taken = take(size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) value = (value << 8) | (taken[i] & 0xff);
    return value;
  }

  /// A floating-point number of 4 or 8 bytes, or a whole one in its place.
  void skipFloating(int size) {
    if (peek() != FLOATING) {
      number();
      return;
    }
    next();
    take(size);
  }

  byte[] take(long length) {
    if (length < 0 || length > bytes.length - at) {
      throw malformed("%d bytes wanted, %d are left".formatted(length, bytes.length - at));
    }
    at += (int) length;
    return Arrays.copyOfRange(bytes, at - (int) length, at);
  }

  /// A string that is written out wherever it occurs.
  byte[] unshared() {
    return take(length());
  }

  private long length() {
    int head = peek();
    long number = number();
    return switch (head) {
      case TWO_BYTES -> number & 0xffff;
      case FOUR_BYTES -> number & 0xffff_ffffL;
      default -> number;
    };
  }

  /// A text in UTF-8. Where its length is beyond the end, the text up to the end of the object is
  /// kept aside.
  String text() {
    long length = length();
    if (length > bytes.length - at) {
      overlong = Optional.of(decode(Arrays.copyOfRange(bytes, at, endOfObject())));
      throw malformed("a text of %d bytes, %d are left".formatted(length, bytes.length - at));
    }
    int start = at;
    byte[] taken = take(length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(taken)).toString();
    } catch (CharacterCodingException e) {
      oddText = Optional.of(new MalformedException(start, "a text that is not UTF-8"));
      return decode(taken);
    }
  }

  private static String decode(byte[] taken) {
    return new String(taken, StandardCharsets.UTF_8);
  }

  /// Where the next object ends and another item begins; no UTF-8 text holds these two bytes.
  private int endOfObject() {
    for (int i = at; i + 1 < bytes.length; i++) {
      if ((bytes[i] & 0xff) == END && (bytes[i + 1] & 0xff) == NEW) return i;
    }
    return bytes.length;
  }

  /// The text whose length was wrong, as far as it can be told.
  Optional<String> overlong() {
    return overlong;
  }

  /// A text that is not UTF-8 and was given with replacement characters.
  Optional<MalformedException> oddText() {
    return oddText;
  }

  /// A string that later ones refer to: a class name or the types of a group.
  Optional<String> shared() {
    int head = next();
    if (head == NONE) return Optional.empty();
    if (head != NEW) {
      return Optional.of(sharedStrings.get(reference(head, sharedStrings.size())));
    }
    String string = new String(unshared(), StandardCharsets.ISO_8859_1);
    sharedStrings.add(string);
    return Optional.of(string);
  }
}
