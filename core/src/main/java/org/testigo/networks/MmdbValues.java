package org.testigo.networks;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// Finds single values in the data section of an MMDB file without building what lies around them.
/// Every step moves on by at least a byte, and all look-ups together have a number of steps, so
/// that no file makes them last.
///
/// A value is a control byte (its first 3 bits the type, 0 for a further byte with the type minus
/// 7; the other 5 the size, 29 to 31 for 1 to 3 further bytes) and its bytes. A pointer's 5 bits
/// are 2 of its length and 3 of its value, which is relative to the start of the section.
///
/// Known from: MaxMind DB File Format Specification 2.0, <https://maxmind.github.io/MaxMind-DB/>.
final class MmdbValues {
  private static final int POINTER = 1;
  private static final int STRING = 2;
  private static final int UINT16 = 5;
  private static final int UINT32 = 6;
  private static final int MAP = 7;
  private static final int UINT64 = 9;
  private static final int ARRAY = 11;
  private static final int BOOLEAN = 14;

  /// What is added to a pointer of 2 and of 3 bytes.
  private static final int POINTER_BASE_2 = 2048;

  private static final int POINTER_BASE_3 = 526_336;

  private static final int MAX_DEPTH = 32;

  private final byte[] bytes;
  private final int start;
  private final int end;
  private long stepsLeft;

  /// Of the value that was met last.
  private int type;

  private int size;

  /// @param start of the section in the file
  /// @param maxSteps values that may be passed in all look-ups together
  MmdbValues(byte[] bytes, int start, int end, long maxSteps) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.stepsLeft = maxSteps;
  }

  /// The text at a path of map keys below the value at an offset.
  Optional<String> text(int offset, String... path) {
    int at = find(offset, path);
    if (at < 0 || type != STRING) return Optional.empty();
    return Optional.of(new String(bytes, at, size, StandardCharsets.UTF_8));
  }

  /// The unsigned number of at most 8 bytes at a path.
  Optional<Long> number(int offset, String... path) {
    int at = find(offset, path);
    boolean isNumber = type == UINT16 || type == UINT32 || type == UINT64;
    if (at < 0 || !isNumber) return Optional.empty();
    if (size > 8) throw malformed(at, "number of " + size + " bytes, at most 8");
    long value = 0;
    for (int i = 0; i < size; i++) value = value << 8 | bytes[at + i] & 0xff;
    return Optional.of(value);
  }

  /// Goes to the value at the path and returns where its bytes begin; -1 where there is none.
  private int find(int offset, String... path) {
    int at = open(start + (long) offset);
    for (String key : path) {
      if (type != MAP) return -1;
      at = valueOf(key, at, size);
      if (at < 0) return -1;
    }
    return at;
  }

  private int valueOf(String key, int first, int pairs) {
    int at = first;
    for (int i = 0; i < pairs; i++) {
      int keyEnd = skip(at, 1);
      int text = open(at);
      if (type != STRING) throw malformed(at, "key of type " + type + ", expected a text");
      if (key.equals(new String(bytes, text, size, StandardCharsets.UTF_8))) return open(keyEnd);
      at = skip(keyEnd, 1);
    }
    return -1;
  }

  /// Reads what a value is, following a pointer, and returns where its bytes begin.
  private int open(long at) {
    int content = header(at);
    if (type != POINTER) return content;
    content = header(start + pointer(content));
    if (type == POINTER) throw malformed(content, "pointer to a pointer");
    return content;
  }

  /// Reads type and size of what stands here, a pointer as such.
  private int header(long at) {
    if (stepsLeft-- <= 0) throw malformed(at, "values refer to each other without end");
    int position = need(at, 1);
    int control = bytes[position++] & 0xff;
    type = control >>> 5;
    if (type == 0) type = 7 + (bytes[need(position++, 1)] & 0xff);
    if (type > 15 || type == 12 || type == 13) throw malformed(at, "value of type " + type);
    size = control & 0x1f;
    if (type != POINTER && size >= 29) position = longSize(position);
    if (hasBytes()) need(position, size);
    return position;
  }

  private boolean hasBytes() {
    return type != POINTER && type != MAP && type != ARRAY && type != BOOLEAN;
  }

  private int longSize(int position) {
    int count = size - 28;
    int base = count == 1 ? 29 : count == 2 ? 285 : 65_821;
    size = base + (int) bigEndian(position, count);
    return position + count;
  }

  private long pointer(int position) {
    int count = (size >>> 3) + 1;
    long value = bigEndian(position, count);
    if (count == 4) return value;
    long above = (long) (size & 7) << 8 * count;
    return (above | value) + (count == 1 ? 0 : count == 2 ? POINTER_BASE_2 : POINTER_BASE_3);
  }

  private long bigEndian(int position, int count) {
    need(position, count);
    long value = 0;
    for (int i = 0; i < count; i++) value = value << 8 | bytes[position + i] & 0xff;
    return value;
  }

  /// Where the value after this one begins.
  private int skip(int at, int depth) {
    if (depth > MAX_DEPTH) throw malformed(at, "values nest deeper than " + MAX_DEPTH);
    int position = header(at);
    if (type == POINTER) return need(position, (size >>> 3) + 1) + (size >>> 3) + 1;
    if (hasBytes()) return position + size;
    int inner = type == MAP ? size * 2 : type == ARRAY ? size : 0;
    for (int i = 0; i < inner; i++) position = skip(position, depth + 1);
    return position;
  }

  private int need(long at, int count) {
    if (at < start || at + count > end)
      throw malformed(at, "%d bytes, the data ends at %d".formatted(count, end));
    return (int) at;
  }

  private static MalformedException malformed(long at, String detail) {
    return new MalformedException(at, detail);
  }
}
