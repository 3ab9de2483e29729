package org.testigo.formats.x509;

import java.util.Arrays;
import org.testigo.model.MalformedException;

/// Items of DER, one behind the other: a tag (1), a length (below 128 in one byte, else 0x80 and
/// the number of big-endian bytes that follow), the content.
///
/// Lenient where nothing is lost by it: a length may have more bytes than it needs.
final class Der {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int NULL = 0x05;
  static final int OID = 0x06;
  static final int UTC_TIME = 0x17;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  static final int EXPLICIT_0 = 0xa0;

  private static final int LONG_TAG = 0x1f;
  private static final int MAX_LENGTH_BYTES = 4;

  final byte[] bytes;
  private final int limit;
  private int at;

  /// Of the item that was read last.
  int tag;

  int start;
  int content;
  int end;

  Der(byte[] bytes, int from, int limit) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
  }

  /// The items within the one that was read last.
  Der inside() {
    return new Der(bytes, content, end);
  }

  boolean hasMore() {
    return at < limit;
  }

  /// Where the next item begins.
  int next() {
    return at;
  }

  /// The tag of the next item, or -1.
  int peek() {
    return at < limit ? bytes[at] & 0xff : -1;
  }

  /// Reads the next item.
  ///
  /// @param what names it, for the sentence about damage
  /// @throws MalformedException when there is none or it is longer than what holds it
  Der read(String what) {
    start = at;
    tag = number(what);
    if ((tag & LONG_TAG) == LONG_TAG)
      throw malformed(start, "tag 0x%02x of more than one byte for %s".formatted(tag, what));
    long length = number(what);
    if (length >= 0x80) length = longLength((int) length - 0x80, what);
    if (length > limit - at) {
      throw malformed(
          start, "%s of %d bytes, what holds it has %d left".formatted(what, length, limit - at));
    }
    content = at;
    end = at + (int) length;
    at = end;
    return this;
  }

  /// Reads the next item, which must have this tag.
  Der read(int expected, String what) {
    read(what);
    if (tag == expected) return this;
    throw malformed(start, "tag 0x%02x, expected 0x%02x for %s".formatted(tag, expected, what));
  }

  private int number(String what) {
    if (at >= limit) throw malformed(at, "nothing is left here, expected " + what);
    return bytes[at++] & 0xff;
  }

  private long longLength(int count, String what) {
    if (count == 0 || count > MAX_LENGTH_BYTES) {
      throw malformed(start, "a length of %d bytes for %s, expected 1 to 4".formatted(count, what));
    }
    long length = 0;
    for (int i = 0; i < count; i++) length = length << 8 | number(what);
    return length;
  }

  static MalformedException malformed(int offset, String detail) {
    return new MalformedException(offset, detail);
  }

  /// The content of the item that was read last.
  byte[] contentBytes() {
    return Arrays.copyOfRange(bytes, content, end);
  }

  int contentLength() {
    return end - content;
  }

  /// The place of the item that was read last.
  Span span() {
    return new Span(start, end - start);
  }
}
