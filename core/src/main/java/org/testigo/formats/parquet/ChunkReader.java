package org.testigo.formats.parquet;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.compression.BareBlock;
import org.testigo.formats.parquet.RowGroup.Chunk;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Reads the pages of one column in one row group, one after the other: where there is a
/// dictionary, its page comes first. Each page stands behind its header; its checksum is compared
/// where it has one.
final class ChunkReader {
  private final ByteSource source;
  private final Column column;
  private final Codec codec;
  private final Budget budget;
  private final OpenBytes open;
  private final long end;
  private long at;
  private long held;
  private @Nullable Dictionary dictionary;

  /// @param end of the bytes that hold columns
  ChunkReader(
      ByteSource source, Column column, Chunk chunk, long end, Budget budget, OpenBytes open) {
    if (!chunk.elsewhere().isEmpty())
      throw new UnsupportedLayoutException(
          "column %s lies in another file".formatted(column.shown()));
    if (chunk.isEncrypted())
      throw new UnsupportedLayoutException("column %s is encrypted".formatted(column.shown()));
    long start = chunk.startBytes();
    boolean isInside =
        start >= FooterReader.MAGIC_BYTES
            && chunk.lengthBytes() >= 0
            && start <= end
            && chunk.lengthBytes() <= end - start;
    if (!isInside)
      throw new MalformedException(
          start,
          "column %s has %d bytes from %d on, expected to end before %d"
              .formatted(column.shown(), chunk.lengthBytes(), start, end));
    this.source = source;
    this.column = column;
    this.codec = Codec.of(chunk.codec(), column);
    this.budget = budget;
    this.open = open;
    this.at = start;
    this.end = start + chunk.lengthBytes();
  }

  /// Of what comes next, in the file.
  long offset() {
    return at;
  }

  /// The next page of data; null at the end. The one before is no longer read.
  @Nullable Page next() {
    open.give(held);
    held = 0;
    while (at < end) {
      budget.spendPage();
      long start = at;
      var thrift = new ThriftReader(source, at, end, budget);
      var header = PageHeader.read(thrift);
      at = thrift.offset();
      if (header.packedBytes() > end - at)
        throw new MalformedException(
            start,
            "a page of %d bytes, its column has %d more".formatted(header.packedBytes(), end - at));
      var page = page(header, start);
      if (page != null && !page.isEmpty()) return page;
    }
    return null;
  }

  private @Nullable Page page(PageHeader header, long start) {
    if (header.kind() == PageHeader.Kind.INDEX) {
      at += header.packedBytes();
      return null;
    }
    budget.spendBytes((long) header.packedBytes() + header.unpackedBytes());
    long pageBytes = (long) header.packedBytes() + header.unpackedBytes();
    open.take(pageBytes);
    held += pageBytes;
    var packed = packed(header, start);
    return switch (header.kind()) {
      case DATA ->
          Page.first(
              header, codec.unpack(packed, header.unpackedBytes(), start), column, dictionary);
      case DATA_2 -> second(header, packed, start);
      case DICTIONARY -> {
        readDictionary(header, codec.unpack(packed, header.unpackedBytes(), start), start);
        // What it takes is not given back before the end.
        held = 0;
        yield null;
      }
      case INDEX -> throw new IllegalStateException("passed over");
    };
  }

  private PageBytes packed(PageHeader header, long start) {
    int length = header.packedBytes();
    byte[] bytes = new byte[length + BareBlock.SPARE_BYTES];
    source.read(at, bytes, 0, length);
    at += length;
    if (header.crc32().isPresent()) check(bytes, length, header.crc32().getAsInt(), start);
    return new PageBytes(bytes, 0, length, start);
  }

  private static void check(byte[] bytes, int length, int noted, long start) {
    var crc32 = new CRC32();
    crc32.update(bytes, 0, length);
    if ((int) crc32.getValue() != noted)
      throw new MalformedException(
          start,
          "the page has CRC-32 0x%08x, 0x%08x is noted".formatted((int) crc32.getValue(), noted));
  }

  private Page second(PageHeader header, PageBytes packed, long start) {
    int levelBytes = header.repetitionBytes() + header.definitionBytes();
    var levels = packed.part(levelBytes, "levels");
    int unpackedBytes = header.unpackedBytes() - levelBytes;
    var method = header.isCompressed() && packed.at < packed.end ? codec : Codec.UNCOMPRESSED;
    var bytes = method.unpack(packed, unpackedBytes, start);
    return Page.second(header, levels, bytes, column, dictionary);
  }

  private void readDictionary(PageHeader header, PageBytes bytes, long start) {
    if (dictionary != null)
      throw new MalformedException(start, "a second dictionary, expected one");
    var encoding = Encoding.of(header.encoding(), column);
    boolean isPlain = encoding == Encoding.PLAIN || encoding == Encoding.PLAIN_DICTIONARY;
    if (!isPlain || column.type() == PhysicalType.BOOLEAN) throw encoding.unsupported(column);
    bytes.need(header.values(), "a dictionary of so many values, each of at least a byte,");
    open.take(4L * header.values());
    dictionary = new Dictionary(bytes, column, header.values());
  }
}
