package org.testigo.formats.plist;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Writes property lists for tests: maps, lists, texts, numbers, truth values, instants, bytes and
/// [PlistValue.Uid].
public final class PlistBytes {
  private static final double COCOA_EPOCH_UNIX_SECONDS = 978_307_200;

  private PlistBytes() {}

  public static byte[] xml(Object value) {
    var text =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            """);
    appendXml(text, value);
    return text.append("\n</plist>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void appendXml(StringBuilder text, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        text.append("<dict>\n");
        map.forEach((key, inner) -> {
          text.append("<key>").append(escaped(key.toString())).append("</key>");
          appendXml(text, inner);
        });
        text.append("</dict>\n");
      }
      case List<?> list -> {
        text.append("<array>\n");
        list.forEach(inner -> appendXml(text, inner));
        text.append("</array>\n");
      }
      case Boolean truth -> text.append(truth ? "<true/>" : "<false/>");
      case Integer number -> text.append("<integer>").append(number).append("</integer>");
      case Long number -> text.append("<integer>").append(number).append("</integer>");
      case Double number -> text.append("<real>").append(number).append("</real>");
      case Instant at -> text.append("<date>").append(at).append("</date>");
      case byte[] bytes ->
          text.append("<data>").append(Base64.getEncoder().encodeToString(bytes)).append("</data>");
      default -> text.append("<string>").append(escaped(value.toString())).append("</string>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  public static byte[] binary(Object value) {
    var objects = new ArrayList<byte[]>();
    collect(objects, value);
    return assemble(objects);
  }

  /// A list whose objects are given byte by byte, with references of two bytes; the first is the
  /// outermost.
  public static byte[] assemble(List<byte[]> objects) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("bplist00".getBytes(StandardCharsets.US_ASCII));
    var offsets = ByteBuffer.allocate(objects.size() * 4);
    for (byte[] object : objects) {
      offsets.putInt(out.size());
      out.writeBytes(object);
    }
    int table = out.size();
    out.writeBytes(offsets.array());
    out.writeBytes(trailer(objects.size(), table));
    return out.toByteArray();
  }

  private static byte[] trailer(int objects, int table) {
    return ByteBuffer.allocate(32)
        .put(6, (byte) 4)
        .put(7, (byte) 2)
        .putLong(8, objects)
        .putLong(24, table)
        .array();
  }

  /// Appends the value and everything below it; gives its index.
  private static int collect(List<byte[]> objects, Object value) {
    int index = objects.size();
    objects.add(new byte[0]);
    objects.set(
        index,
        switch (value) {
          case Map<?, ?> map -> dictionary(objects, map);
          case List<?> list -> container(0xa0, list.size(), references(objects, list));
          default -> scalar(value);
        });
    return index;
  }

  private static byte[] dictionary(List<byte[]> objects, Map<?, ?> map) {
    var all = new ArrayList<Object>(map.keySet());
    all.addAll(map.values());
    return container(0xd0, map.size(), references(objects, all));
  }

  private static int[] references(List<byte[]> objects, List<?> values) {
    return values.stream().mapToInt(value -> collect(objects, value)).toArray();
  }

  /// An array (0xa0) or dictionary (0xd0) of references.
  public static byte[] container(int marker, int count, int... references) {
    var body = ByteBuffer.allocate(references.length * 2);
    for (int reference : references) body.putShort((short) reference);
    return counted(marker, count, body.array());
  }

  private static byte[] scalar(Object value) {
    return switch (value) {
      case Boolean truth -> new byte[] {(byte) (truth ? 9 : 8)};
      case Integer number -> whole(number);
      case Long number -> whole(number);
      case Double number -> eight(0x23, Double.doubleToLongBits(number));
      case Instant at -> eight(0x33, Double.doubleToLongBits(cocoa(at)));
      case byte[] bytes -> counted(0x40, bytes.length, bytes);
      case PlistValue.Uid(long uid) -> new byte[] {(byte) 0x81, (byte) (uid >> 8), (byte) uid};
      default -> text(value.toString());
    };
  }

  private static double cocoa(Instant at) {
    return at.getEpochSecond() - COCOA_EPOCH_UNIX_SECONDS + at.getNano() / 1e9;
  }

  private static byte[] whole(long number) {
    return eight(0x13, number);
  }

  private static byte[] eight(int marker, long bits) {
    return ByteBuffer.allocate(9).put((byte) marker).putLong(bits).array();
  }

  private static byte[] text(String text) {
    return text.chars().allMatch(c -> c < 0x80)
        ? counted(0x50, text.length(), text.getBytes(StandardCharsets.US_ASCII))
        : counted(0x60, text.length(), text.getBytes(StandardCharsets.UTF_16BE));
  }

  /// A marker with a count, as short as it can be, and a body.
  public static byte[] counted(int marker, int count, byte[] body) {
    var out = new ByteArrayOutputStream();
    out.write(marker | Math.min(count, 15));
    if (count >= 15) out.writeBytes(ByteBuffer.allocate(5).put((byte) 0x12).putInt(count).array());
    out.writeBytes(body);
    return out.toByteArray();
  }
}
