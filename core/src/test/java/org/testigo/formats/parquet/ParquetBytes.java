package org.testigo.formats.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Factory;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes tables of Parquet in every way that is read, a row group for each list of columns.
public final class ParquetBytes {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /// How pages are written.
  ///
  /// @param pageRows in a page at most
  public record Style(
      int version, int encoding, int codec, boolean hasChecksum, boolean hasUnknown, int pageRows) {
    public static final Style PLAIN = new Style(1, 0, 0, false, false, 1000);

    public Style version(int number) {
      return new Style(number, encoding, codec, hasChecksum, hasUnknown, pageRows);
    }

    public Style encoding(int number) {
      return new Style(version, number, codec, hasChecksum, hasUnknown, pageRows);
    }

    public Style codec(int number) {
      return new Style(version, encoding, number, hasChecksum, hasUnknown, pageRows);
    }

    public Style checksum() {
      return new Style(version, encoding, codec, true, hasUnknown, pageRows);
    }

    public Style unknown() {
      return new Style(version, encoding, codec, hasChecksum, true, pageRows);
    }

    public Style pageRows(int rows) {
      return new Style(version, encoding, codec, hasChecksum, hasUnknown, rows);
    }
  }

  /// A column with its values.
  ///
  /// @param path the nodes from the outermost down
  /// @param converted what the values stand for, in the older way; -1 where it is not said
  /// @param rows of a column without a list a value or null each; else a list or null each
  public record Data(
      List<Node> path,
      PhysicalType type,
      int converted,
      List<? extends @Nullable Object> rows,
      Style style) {

    public Data in(Style other) {
      return new Data(path, type, converted, rows, other);
    }
  }

  /// @param repetition 0 required, 1 optional, 2 repeated
  public record Node(String name, int repetition) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ParquetBytes() {
    out.writeBytes(MAGIC);
  }

  /// A column of values that may be null.
  public static Data flat(
      String name, PhysicalType type, int converted, List<? extends @Nullable Object> rows) {
    return new Data(List.of(new Node(name, 1)), type, converted, rows, Style.PLAIN);
  }

  /// A list, as everybody writes it today.
  public static Data list(
      String name, PhysicalType type, int converted, List<? extends @Nullable Object> rows) {
    var path = List.of(new Node(name, 1), new Node("list", 2), new Node("element", 1));
    return new Data(path, type, converted, rows, Style.PLAIN);
  }

  /// A field of a list of structures.
  public static Data field(
      String name,
      String field,
      PhysicalType type,
      int converted,
      List<? extends @Nullable Object> rows) {
    var path =
        List.of(new Node(name, 1), new Node("list", 2), new Node("element", 1), new Node(field, 1));
    return new Data(path, type, converted, rows, Style.PLAIN);
  }

  /// A file of row groups that have the columns of the first.
  @SafeVarargs
  public static byte[] file(List<Data>... groups) {
    var file = new ParquetBytes();
    var structs = new ArrayList<byte[]>();
    long rows = 0;
    for (var group : groups) {
      structs.add(file.group(group));
      rows += group.getFirst().rows().size();
    }
    return file.end(groups[0], structs, rows);
  }

  private byte[] end(List<Data> columns, List<byte[]> groups, long rows) {
    byte[] footer =
        ThriftBytes.struct(meta -> {
          meta.int32(1, 2).structs(2, schema(columns)).int64(3, rows).structs(4, groups);
          meta.text(6, "made up");
          if (columns.getFirst().style().hasUnknown()) meta.unknown(100);
        });
    out.writeBytes(footer);
    out.writeBytes(PageValues.number(4, footer.length));
    out.writeBytes(MAGIC);
    return out.toByteArray();
  }

  private static List<byte[]> schema(List<Data> columns) {
    var nodes = new ArrayList<byte[]>();
    long top = columns.stream().map(data -> data.path().getFirst().name()).distinct().count();
    nodes.add(ThriftBytes.struct(root -> root.text(4, "schema").int32(5, top)));
    for (int i = 0; i < columns.size(); i++) {
      int common = i == 0 ? 0 : common(columns.get(i - 1).path(), columns.get(i).path());
      nodes(columns, i, common, nodes);
    }
    return nodes;
  }

  private static int common(List<Node> one, List<Node> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same)))
      same++;
    return same;
  }

  private static void nodes(List<Data> columns, int i, int from, List<byte[]> nodes) {
    var data = columns.get(i);
    for (int level = from; level < data.path().size(); level++) {
      var node = data.path().get(level);
      boolean isLeaf = level == data.path().size() - 1;
      long children = isLeaf ? 0 : children(columns, data.path().subList(0, level + 1));
      nodes.add(
          ThriftBytes.struct(struct -> {
            if (isLeaf) struct.int32(1, data.type().ordinal());
            if (isLeaf && data.type() == PhysicalType.FIXED_LEN_BYTE_ARRAY) struct.int32(2, 4);
            struct.int32(3, node.repetition()).text(4, node.name());
            if (!isLeaf) struct.int32(5, children);
            if (isLeaf && data.converted() >= 0) struct.int32(6, data.converted());
          }));
    }
  }

  private static long children(List<Data> columns, List<Node> parent) {
    return columns.stream()
        .map(Data::path)
        .filter(path -> path.size() > parent.size())
        .filter(path -> path.subList(0, parent.size()).equals(parent))
        .map(path -> path.get(parent.size()))
        .distinct()
        .count();
  }

  private byte[] group(List<Data> columns) {
    var chunks = new ArrayList<byte[]>();
    for (var data : columns) chunks.add(chunk(data));
    long rows = columns.getFirst().rows().size();
    return ThriftBytes.struct(group -> group.structs(1, chunks).int64(2, 0).int64(3, rows));
  }

  private byte[] chunk(Data data) {
    long start = out.size();
    var pages = new PageWriter(data);
    pages.writeTo(out);
    var names = data.path().stream().map(Node::name).toList();
    byte[] meta =
        ThriftBytes.struct(struct -> {
          struct.int32(1, data.type().ordinal()).texts(3, names);
          struct.int32(4, data.style().codec()).int64(5, pages.entries());
          struct.int64(7, out.size() - start).int64(9, start + pages.dictionaryBytes());
          if (pages.dictionaryBytes() > 0) struct.int64(11, start);
        });
    return ThriftBytes.struct(struct -> struct.int64(2, start).struct(3, meta));
  }

  static byte[] packed(byte[] content, int codec) {
    try {
      return switch (codec) {
        case 0 -> content;
        case 1 -> snappy(content);
        case 2 -> gzip(content);
        case 6 -> Zstd.compress(content, 3);
        case 7 -> LZ4Factory.safeInstance().fastCompressor().compress(content);
        default -> content.clone();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] snappy(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var snappy = new SnappyCompressorOutputStream(bytes, content.length)) {
      snappy.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  static int crc32(byte[] bytes) {
    var crc32 = new CRC32();
    crc32.update(bytes);
    return (int) crc32.getValue();
  }

  /// A row of texts.
  public static List<byte[]> utf8(String... texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
