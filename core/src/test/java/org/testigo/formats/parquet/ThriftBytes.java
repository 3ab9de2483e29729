package org.testigo.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// Writes structures in Thrift's compact form.
final class ThriftBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int last;

  static byte[] struct(Consumer<ThriftBytes> fields) {
    var struct = new ThriftBytes();
    fields.accept(struct);
    struct.out.write(0);
    return struct.out.toByteArray();
  }

  private void field(int id, int type) {
    int step = id - last;
    if (step > 0 && step < 16) {
      out.write(step << 4 | type);
    } else {
      out.write(type);
      varint(out, (long) id << 1);
    }
    last = id;
  }

  ThriftBytes int32(int id, long number) {
    field(id, 5);
    zigzag(out, number);
    return this;
  }

  ThriftBytes int64(int id, long number) {
    field(id, 6);
    zigzag(out, number);
    return this;
  }

  ThriftBytes flag(int id, boolean flag) {
    field(id, flag ? 1 : 2);
    return this;
  }

  ThriftBytes text(int id, String text) {
    field(id, 8);
    binary(text);
    return this;
  }

  private void binary(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  ThriftBytes struct(int id, byte[] struct) {
    field(id, 12);
    out.writeBytes(struct);
    return this;
  }

  ThriftBytes structs(int id, List<byte[]> structs) {
    field(id, 9);
    head(structs.size(), 12);
    structs.forEach(out::writeBytes);
    return this;
  }

  ThriftBytes texts(int id, List<String> texts) {
    field(id, 9);
    head(texts.size(), 8);
    texts.forEach(this::binary);
    return this;
  }

  /// A map of texts, a list of flags and a double: what no reader of Parquet asks for.
  ThriftBytes unknown(int id) {
    field(id, 11);
    out.writeBytes(new byte[] {1, (byte) 0x88, 1, 'k', 1, 'v'});
    field(id + 1, 9);
    out.writeBytes(new byte[] {0x21, 1, 2});
    field(id + 2, 7);
    out.writeBytes(new byte[8]);
    return this;
  }

  private void head(int size, int type) {
    if (size < 15) {
      out.write(size << 4 | type);
    } else {
      out.write(0xf0 | type);
      varint(out, size);
    }
  }

  static void varint(ByteArrayOutputStream out, long number) {
    long left = number;
    while ((left & ~0x7fL) != 0) {
      out.write((int) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  static void zigzag(ByteArrayOutputStream out, long number) {
    varint(out, number << 1 ^ number >> 63);
  }
}
