package org.testigo.networks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.testigo.model.AddressRange;

/// Makes a made-up MMDB file: a tree of prefixes, values as given, and the metadata.
final class MmdbFile {
  static final int EMPTY = 0;
  private final int recordBits;
  private final boolean isV6;
  private final List<int[]> nodes = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /// Records: 0 nothing, above 0 the node with that index, below 0 minus 1 minus the offset.
  MmdbFile(int recordBits, boolean isV6) {
    this.recordBits = recordBits;
    this.isV6 = isV6;
    nodes.add(new int[2]);
  }

  /// Puts a value and returns its offset.
  int value(byte[] value) {
    int offset = data.size();
    data.writeBytes(value);
    return offset;
  }

  MmdbFile put(String prefix, int offset) {
    var range = AddressRange.parse(prefix).orElseThrow();
    int skipped = isV6 && !range.first().v6() ? 96 : 0;
    int node = 0;
    int last = skipped + range.prefixBits() - 1;
    for (int i = 0; i < last; i++) {
      int bit = bit(range, i - skipped);
      if (nodes.get(node)[bit] <= 0) {
        nodes.get(node)[bit] = nodes.size();
        nodes.add(new int[2]);
      }
      node = nodes.get(node)[bit];
    }
    nodes.get(node)[bit(range, last - skipped)] = -1 - offset;
    return this;
  }

  private static int bit(AddressRange range, int index) {
    if (index < 0) return 0;
    int place = range.first().v6() ? index : index + 96;
    long bits = place < 64 ? range.first().high() : range.first().low();
    return (int) (bits >>> 63 - place % 64 & 1);
  }

  /// Leads a prefix to the place where IPv4 lies, as 6to4 does.
  MmdbFile alias(String prefix) {
    put(prefix, 0);
    int target = 0;
    for (int i = 0; i < 96; i++) target = nodes.get(target)[0];
    for (int[] node : nodes)
      for (int bit = 0; bit < 2; bit++) if (node[bit] == -1) node[bit] = target;
    return this;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    for (int[] node : nodes) writeNode(out, record(node[0]), record(node[1]));
    out.writeBytes(new byte[16]);
    out.writeBytes(data.toByteArray());
    out.writeBytes("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(
        map(
            "node_count", number(6, nodes.size()),
            "record_size", number(5, recordBits),
            "ip_version", number(5, isV6 ? 6 : 4),
            "database_type", text("Made-Up"),
            "languages", array(text("en"), text("es")),
            "binary_format_major_version", number(5, 2),
            "binary_format_minor_version", number(5, 0),
            "build_epoch", number(9, 1_392_595_200),
            "description", map("en", text("made up"))));
    return out.toByteArray();
  }

  private int record(int record) {
    if (record == EMPTY) return nodes.size();
    return record > 0 ? record : nodes.size() + 16 + (-1 - record);
  }

  private void writeNode(ByteArrayOutputStream out, int left, int right) {
    switch (recordBits) {
      case 24 -> {
        writeBytes(out, left, 3);
        writeBytes(out, right, 3);
      }
      case 28 -> {
        writeBytes(out, left, 3);
        out.write(left >>> 20 & 0xf0 | right >>> 24 & 0xf);
        writeBytes(out, right, 3);
      }
      case 32 -> {
        writeBytes(out, left, 4);
        writeBytes(out, right, 4);
      }
      default -> throw new IllegalArgumentException("record of " + recordBits);
    }
  }

  private static void writeBytes(ByteArrayOutputStream out, long value, int count) {
    for (int i = count - 1; i >= 0; i--) out.write((int) (value >>> 8 * i));
  }

  static byte[] text(String text) {
    return value(2, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] value(int type, byte[] content) {
    var out = new ByteArrayOutputStream();
    control(out, type, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void control(ByteArrayOutputStream out, int type, int size) {
    int short5 = size < 29 ? size : size < 285 ? 29 : 30;
    out.write(type > 7 ? short5 : type << 5 | short5);
    if (type > 7) out.write(type - 7);
    if (short5 == 29) out.write(size - 29);
    if (short5 == 30) writeBytes(out, size - 285L, 2);
  }

  /// @param type 5, 6 or 9 for an unsigned number of at most 2, 4 or 8 bytes
  static byte[] number(int type, long value) {
    int length = (64 - Long.numberOfLeadingZeros(value) + 7) / 8;
    var out = new ByteArrayOutputStream();
    writeBytes(out, value, length);
    return value(type, out.toByteArray());
  }

  static byte[] truth(boolean value) {
    var out = new ByteArrayOutputStream();
    control(out, 14, value ? 1 : 0);
    return out.toByteArray();
  }

  static byte[] array(byte[]... values) {
    var out = new ByteArrayOutputStream();
    control(out, 11, values.length);
    for (byte[] each : values) out.writeBytes(each);
    return out.toByteArray();
  }

  /// @param pairs a text and its value in turn
  static byte[] map(Object... pairs) {
    var out = new ByteArrayOutputStream();
    control(out, 7, pairs.length / 2);
    for (int i = 0; i < pairs.length; i += 2) {
      out.writeBytes(text((String) pairs[i]));
      out.writeBytes((byte[]) pairs[i + 1]);
    }
    return out.toByteArray();
  }

  /// A pointer to an offset below 2048.
  static byte[] pointer(int offset) {
    return new byte[] {(byte) (0x20 | offset >>> 8), (byte) offset};
  }
}
