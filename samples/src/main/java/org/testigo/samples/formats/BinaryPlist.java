package org.testigo.samples.formats;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a binary property list: `bplist00`, the objects, the table of their offsets, a trailer of
/// 32 bytes. Equal scalars are written once.
///
/// Big-endian; dates are seconds since 2001-01-01T00:00:00Z. The layout is told in Apple's
/// CFBinaryPList.c.
public final class BinaryPlist {
  private static final long COCOA_EPOCH_UNIX_SECONDS = 978_307_200L;

  /// The objects in the order of their numbers; a container holds the numbers of its parts.
  private final List<byte[]> objects = new ArrayList<>();

  private final Map<Object, Integer> scalars = new HashMap<>();
  private final int referenceBytes;

  private BinaryPlist(int referenceBytes) {
    this.referenceBytes = referenceBytes;
  }

  public static byte[] write(Object root) {
    var narrow = new BinaryPlist(1);
    narrow.add(root);
    if (narrow.objects.size() <= 256) return narrow.finish();
    var wide = new BinaryPlist(4);
    wide.add(root);
    return wide.finish();
  }

  private int add(Object value) {
    return switch (value) {
      case Dict dict -> addDict(dict);
      case List<?> list -> addList(list);
      case byte[] data -> append(marked(4, data.length).bytes(data));
      default -> addScalar(value);
    };
  }

  private int addScalar(Object value) {
    Object normal = value instanceof Integer number ? Long.valueOf(number) : value;
    Integer known = scalars.get(normal);
    if (known != null) return known;
    int number = append(scalar(normal));
    scalars.put(normal, number);
    return number;
  }

  private int addDict(Dict dict) {
    int number = append(new Bytes());
    var keys = dict.entries().stream().map(entry -> add(entry.key())).toList();
    var values = dict.entries().stream().map(entry -> add(entry.value())).toList();
    return fill(number, marked(13, keys.size()), keys, values);
  }

  private int addList(List<?> list) {
    int number = append(new Bytes());
    return fill(number, marked(10, list.size()), list.stream().map(this::add).toList(), List.of());
  }

  private int append(Bytes object) {
    objects.add(object.toArray());
    return objects.size() - 1;
  }

  private int fill(int number, Bytes object, List<Integer> first, List<Integer> second) {
    first.forEach(reference -> object.bigEndian(reference, referenceBytes));
    second.forEach(reference -> object.bigEndian(reference, referenceBytes));
    objects.set(number, object.toArray());
    return number;
  }

  private static Bytes scalar(Object value) {
    return switch (value) {
      case Boolean flag -> new Bytes(1).u8(flag ? 9 : 8);
      case Long number -> integer(new Bytes(9), number);
      case Double number -> new Bytes(9).u8(0x23).bigEndian(Double.doubleToRawLongBits(number), 8);
      case Instant time ->
          new Bytes(9).u8(0x33).bigEndian(Double.doubleToRawLongBits(cocoaSeconds(time)), 8);
      case String text -> text(text);
      case Uid uid -> uid(uid.index());
      default -> throw new IllegalArgumentException("no property list value: " + value.getClass());
    };
  }

  private static Bytes uid(int index) {
    int bytes = index > 255 ? 2 : 1;
    return new Bytes(3).u8(0x80 | bytes - 1).bigEndian(index, bytes);
  }

  /// Negative numbers take eight bytes, others as few as hold them.
  private static Bytes integer(Bytes into, long number) {
    int power =
        number < 0 || number > 0xffff_ffffL ? 3 : number > 0xffff ? 2 : number > 0xff ? 1 : 0;
    return into.u8(0x10 | power).bigEndian(number, 1 << power);
  }

  private static Bytes text(String text) {
    if (text.chars().allMatch(c -> c < 128)) return marked(5, text.length()).ascii(text);
    return marked(6, text.length()).bytes(text.getBytes(StandardCharsets.UTF_16BE));
  }

  private static Bytes marked(int type, int count) {
    if (count < 15) return new Bytes().u8(type << 4 | count);
    return integer(new Bytes().u8(type << 4 | 15), count);
  }

  static double cocoaSeconds(Instant time) {
    return time.getEpochSecond() - COCOA_EPOCH_UNIX_SECONDS + time.getNano() / 1e9;
  }

  private byte[] finish() {
    int total = 8 + objects.stream().mapToInt(object -> object.length).sum();
    int offsetBytes = total < 1 << 8 ? 1 : total < 1 << 16 ? 2 : total < 1 << 24 ? 3 : 4;
    var out = new Bytes(total + objects.size() * offsetBytes + 32).ascii("bplist00");
    var offsets = new Bytes();
    for (byte[] object : objects) {
      offsets.bigEndian(out.length(), offsetBytes);
      out.bytes(object);
    }
    long offsetTable = out.length();
    return out.bytes(offsets.toArray())
        .bytes(new byte[6])
        .u8(offsetBytes)
        .u8(referenceBytes)
        .bigEndian(objects.size(), 8)
        .bigEndian(0, 8)
        .bigEndian(offsetTable, 8)
        .toArray();
  }
}
