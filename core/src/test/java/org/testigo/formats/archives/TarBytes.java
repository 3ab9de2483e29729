package org.testigo.formats.archives;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes made-up tars.
public final class TarBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public TarBytes file(String name, byte[] content) {
    return member(name, '0', content);
  }

  /// @param type as in the header: `0` file, `1` hard link, `2` symbolic link, `5` folder
  public TarBytes member(String name, char type, byte[] content) {
    out.writeBytes(header(name.getBytes(UTF_8), type, content.length));
    out.writeBytes(content);
    out.writeBytes(new byte[(512 - content.length % 512) % 512]);
    return this;
  }

  /// With the end mark.
  public byte[] bytes() {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes(new byte[1024]);
    return whole.toByteArray();
  }

  static byte[] header(byte[] name, char type, int size) {
    byte[] block = new byte[512];
    System.arraycopy(name, 0, block, 0, Math.min(name.length, 100));
    put(block, 100, "0000600\0");
    put(block, 124, "%011o\0".formatted(size));
    put(block, 136, "00000000000\0");
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 257, "ustar\00000");
    sum(block);
    return block;
  }

  static void sum(byte[] block) {
    put(block, 148, "        ");
    int sum = 0;
    for (byte b : block) sum += b & 0xff;
    put(block, 148, "%06o\0 ".formatted(sum));
  }

  private static void put(byte[] block, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, offset, bytes.length);
  }
}
