package org.testigo.formats.parquet;

import java.util.ArrayList;
import java.util.List;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.parquet.RowGroup.Chunk;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Reads the footer: a structure `FileMetaData` in Thrift's compact form, its length (4,
/// little-endian) and `PAR1`, which also begins the file. An encrypted footer ends with `PARE`.
final class FooterReader {
  static final int MAGIC_BYTES = 4;
  private static final int TAIL_BYTES = 8;
  private static final int MAX_TEXT_BYTES = 4096;
  private static final int MAGIC = 0x31524150;
  private static final int ENCRYPTED = 0x45524150;

  private final ByteSource source;
  private final Budget budget;
  private final List<SchemaNode> nodes = new ArrayList<>();
  private final List<RowGroup> groups = new ArrayList<>();
  private long startBytes;
  private long chunks;
  private long rowsBefore;
  private boolean isEncrypted;

  FooterReader(ByteSource source, Budget budget) {
    this.source = source;
    this.budget = budget;
  }

  Footer read() {
    long end = end();
    var thrift = new ThriftReader(source, startBytes, end, budget);
    thrift.fields(id -> field(id, thrift));
    if (isEncrypted) throw new UnsupportedLayoutException("the file's columns are encrypted");
    var columns = Schema.columns(nodes, startBytes);
    for (RowGroup group : groups) check(group, columns);
    return new Footer(columns, groups);
  }

  /// Finds where it starts; gives where it ends.
  private long end() {
    long size = source.sizeBytes();
    if (size < MAGIC_BYTES + TAIL_BYTES)
      throw new MalformedException(0, "%d bytes, expected at least 12".formatted(size));
    var tail = new PageBytes(source, size - TAIL_BYTES, TAIL_BYTES);
    long length = Integer.toUnsignedLong(tail.number32());
    int magic = tail.number32();
    if (magic == ENCRYPTED) throw new UnsupportedLayoutException("the file's footer is encrypted");
    if (magic != MAGIC)
      throw new MalformedException(
          size - MAGIC_BYTES,
          "the file ends with 0x%08x, expected PAR1, 0x%08x".formatted(magic, MAGIC));
    long room = Math.min(Limits.FOOTER_BYTES, size - TAIL_BYTES - MAGIC_BYTES);
    if (length > room)
      throw new MalformedException(
          size - TAIL_BYTES, "a footer of %d bytes, expected at most %d".formatted(length, room));
    startBytes = size - TAIL_BYTES - length;
    budget.spendBytes(length);
    return size - TAIL_BYTES;
  }

  private void field(int id, ThriftReader thrift) {
    switch (id) {
      case 2 -> thrift.list(() -> node(thrift));
      case 4 -> thrift.list(() -> group(thrift));
      case 8 -> isEncrypted = true;
      default -> {}
    }
  }

  private void node(ThriftReader thrift) {
    if (nodes.size() == Limits.NODES)
      throw new MalformedException(
          thrift.offset(), "more nodes in the schema than " + Limits.NODES);
    nodes.add(SchemaNode.read(thrift));
  }

  private void group(ThriftReader thrift) {
    long start = thrift.offset();
    var pieces = new ArrayList<Chunk>();
    var rows = new long[] {-1};
    thrift.struct(id -> {
      switch (id) {
        case 1 -> thrift.list(() -> pieces.add(chunk(thrift)));
        case 3 -> rows[0] = thrift.number();
        default -> {}
      }
    });
    if (rows[0] < 0 || rows[0] > Long.MAX_VALUE - rowsBefore)
      throw new MalformedException(start, "%d rows in a row group".formatted(rows[0]));
    if (pieces.isEmpty()) throw new MalformedException(start, "a row group without columns");
    groups.add(new RowGroup(rowsBefore, rows[0], pieces));
    rowsBefore += rows[0];
  }

  private Chunk chunk(ThriftReader thrift) {
    if (++chunks > Limits.CHUNKS)
      throw new MalformedException(thrift.offset(), "more pieces of columns than " + Limits.CHUNKS);
    var read = new Fields();
    thrift.struct(id -> read.chunk(id, thrift));
    return new Chunk(
        read.codec,
        read.values,
        read.dictionaryOffset,
        read.dataOffset,
        read.lengthBytes,
        read.path,
        read.elsewhere,
        read.isEncrypted);
  }

  private void check(RowGroup group, List<Column> columns) {
    if (group.chunks().size() != columns.size())
      throw new MalformedException(
          startBytes,
          "a row group with %d columns, the schema has %d"
              .formatted(group.chunks().size(), columns.size()));
    for (int i = 0; i < columns.size(); i++) {
      var path = group.chunks().get(i).path();
      if (!path.isEmpty() && !path.equals(columns.get(i).path()))
        throw new MalformedException(
            startBytes,
            "column %d of a row group has the path %s, expected %s"
                .formatted(i, path, columns.get(i).path()));
    }
  }

  /// The fields of a piece as they come.
  private static final class Fields {
    private long codec = -1;
    private long values = -1;
    private long dictionaryOffset;
    private long dataOffset = -1;
    private long lengthBytes = -1;
    private final List<String> path = new ArrayList<>();
    private String elsewhere = "";
    private boolean isEncrypted;

    private void chunk(int id, ThriftReader thrift) {
      switch (id) {
        case 1 -> elsewhere = thrift.text(MAX_TEXT_BYTES);
        case 3 -> thrift.struct(field -> metaData(field, thrift));
        case 8, 9 -> isEncrypted = true;
        default -> {}
      }
    }

    private void metaData(int id, ThriftReader thrift) {
      switch (id) {
        case 3 -> thrift.list(() -> path.add(thrift.text(MAX_TEXT_BYTES)));
        case 4 -> codec = thrift.number();
        case 5 -> values = thrift.number();
        case 7 -> lengthBytes = thrift.number();
        case 9 -> dataOffset = thrift.number();
        case 11 -> dictionaryOffset = thrift.number();
        default -> {}
      }
    }
  }
}
