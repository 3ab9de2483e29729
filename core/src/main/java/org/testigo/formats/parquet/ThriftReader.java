package org.testigo.formats.parquet;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// Reads structures in the compact protocol of Apache Thrift where they lie; what nobody asks for
/// is passed over.
///
/// A field is a byte, with the distance from the last field's number in the high half (0: the
/// number follows as a zigzag varint) and the type in the low half, and its value; a zero byte ends
/// the structure. Known from:
/// <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>.
final class ThriftReader {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int I16 = 4;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;
  private static final int UUID = 13;
  private static final int READ = 0;

  private static final int LONG_LIST = 15;
  private static final int WINDOW_BYTES = 8192;

  /// The structures of Parquet go down to 7.
  private static final int MAX_DEPTH = 24;

  private final ByteSource source;
  private final long end;
  private final Budget budget;
  private final byte[] window;
  private long windowStart;
  private int at;
  private int filled;
  private int depth;

  /// The type of the value that comes next, [#READ] once it was read.
  private int pending = READ;

  ThriftReader(ByteSource source, long offsetBytes, long end, Budget budget) {
    this.source = source;
    this.windowStart = offsetBytes;
    this.end = end;
    this.budget = budget;
    this.window = new byte[Math.clamp(end - offsetBytes, 0, WINDOW_BYTES)];
  }

  /// Of the byte that comes next.
  long offset() {
    return windowStart + at;
  }

  /// Reads the fields of the outermost structure.
  ///
  /// @param field takes the number of each, and reads its value or leaves it
  void fields(IntConsumer field) {
    enter();
    int id = 0;
    for (int head = next(); head != 0; head = next()) {
      budget.spendNode();
      int step = head >>> 4;
      id = step == 0 ? (int) zigzag() : id + step;
      pending = head & 15;
      field.accept(id);
      if (pending != READ) skip();
    }
    leave();
  }

  private void enter() {
    if (++depth > MAX_DEPTH)
      throw damaged("structures within structures, expected at most " + MAX_DEPTH);
  }

  private void leave() {
    depth--;
    pending = READ;
  }

  void struct(IntConsumer field) {
    take(STRUCT);
    fields(field);
  }

  /// @param element reads one value or leaves it
  void list(Runnable element) {
    if (pending == SET) pending = LIST;
    take(LIST);
    enter();
    int head = next();
    int type = head & 15;
    long size = (long) head >>> 4;
    if (size == LONG_LIST) size = varint();
    // Nothing takes less than a byte.
    if (size < 0 || size > end - offset())
      throw damaged("a list of %d, there are %d bytes more".formatted(size, end - offset()));
    for (long i = 0; i < size; i++) {
      budget.spendNode();
      pending = type == TRUE || type == FALSE ? next() : type;
      element.run();
      if (pending != READ) skip();
    }
    leave();
  }

  long number() {
    int type = pending;
    pending = READ;
    return switch (type) {
      case BYTE -> (byte) next();
      case I16, I32, I64 -> zigzag();
      default -> throw damaged("a value of type %d, expected a number".formatted(type));
    };
  }

  boolean flag() {
    boolean flag = pending == TRUE;
    take(flag ? TRUE : FALSE);
    return flag;
  }

  String text(int maxBytes) {
    take(BINARY);
    long length = length();
    if (length > maxBytes)
      throw damaged("a text of %d bytes, expected at most %d".formatted(length, maxBytes));
    byte[] text = new byte[(int) length];
    for (int i = 0; i < text.length; i++) text[i] = (byte) next();
    return new String(text, StandardCharsets.UTF_8);
  }

  private void take(int type) {
    if (pending != type)
      throw damaged("a value of type %d, expected type %d".formatted(pending, type));
    pending = READ;
  }

  private void skip() {
    int type = pending;
    switch (type) {
      case TRUE, FALSE -> pending = READ;
      case BYTE, I16, I32, I64 -> number();
      case DOUBLE -> advance(8);
      case UUID -> advance(16);
      case BINARY -> advance(length());
      case LIST, SET -> list(() -> {});
      case STRUCT -> struct(id -> {});
      case MAP -> skipMap();
      default -> throw damaged("a value of type %d, expected 1 to 13".formatted(type));
    }
  }

  private void skipMap() {
    long size = varint();
    if (size < 0 || size > end - offset())
      throw damaged("a map of %d, there are %d bytes more".formatted(size, end - offset()));
    int types = size == 0 ? 0 : next();
    for (long i = 0; i < size; i++) {
      budget.spendNode();
      skipInMap(types >>> 4);
      skipInMap(types & 15);
    }
    pending = READ;
  }

  private void skipInMap(int type) {
    enter();
    pending = type == TRUE || type == FALSE ? next() : type;
    skip();
    leave();
  }

  private long length() {
    long length = varint();
    if (length < 0 || length > end - offset())
      throw damaged("%d bytes, there are %d more".formatted(length, end - offset()));
    return length;
  }

  private void advance(long count) {
    if (count > end - offset())
      throw damaged("%d bytes, there are %d more".formatted(count, end - offset()));
    pending = READ;
    if (count <= filled - at) {
      at += (int) count;
      return;
    }
    windowStart = offset() + count;
    at = 0;
    filled = 0;
  }

  private long zigzag() {
    long met = varint();
    return met >>> 1 ^ -(met & 1);
  }

  private long varint() {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int one = next();
      number |= (long) (one & 0x7f) << shift;
      if (one <= 0x7f) return number;
    }
    throw damaged("a number of more than 10 bytes");
  }

  private int next() {
    if (at == filled) fill();
    return window[at++] & 0xff;
  }

  private void fill() {
    long offset = offset();
    int count = (int) Math.min(window.length, end - offset);
    if (count <= 0) throw damaged("the structure goes on behind its end");
    source.read(offset, window, 0, count);
    windowStart = offset;
    at = 0;
    filled = count;
  }

  private MalformedException damaged(String detail) {
    return new MalformedException(offset(), "in Thrift's compact form: " + detail);
  }
}
