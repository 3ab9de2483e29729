package org.testigo.formats.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.testigo.formats.parquet.ParquetBytes.flat;
import static org.testigo.formats.parquet.ParquetBytes.list;
import static org.testigo.formats.parquet.ParquetBytes.utf8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testigo.formats.parquet.ParquetBytes.Data;
import org.testigo.formats.parquet.ParquetBytes.Style;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Files that attack: lengths, counts and depths that are not true.
@Timeout(120)
class HostileParquetTest {
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  static Stream<byte[]> files() {
    return Stream.of(0, 1, 2, 6, 7)
        .flatMap(codec ->
            Stream.of(
                file(Style.PLAIN.codec(codec), 8),
                file(Style.PLAIN.codec(codec).version(2).unknown(), 2),
                file(Style.PLAIN.codec(codec), 6),
                file(Style.PLAIN.codec(codec).version(2), 7)));
  }

  private static byte[] file(Style style, int encoding) {
    var texts = utf8("one", "two", "two", "three", "four", "four", "five", "one", "one");
    var lists = List.of(texts, List.of(), texts, texts, texts, texts, List.of(), texts, texts);
    var numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    return ParquetBytes.file(
        List.of(
            flat("text", PhysicalType.BYTE_ARRAY, 0, texts).in(style.encoding(encoding)),
            list("texts", PhysicalType.BYTE_ARRAY, -1, lists)
                .in(style.encoding(encoding).pageRows(4)),
            flat("number", PhysicalType.INT32, -1, numbers).in(style.encoding(5))));
  }

  @ParameterizedTest
  @MethodSource("files")
  void cutFlippedAndDoubled(byte[] whole) {
    var random = new Random(44);
    for (int length = 0; length < whole.length; length++) readDamaged(Arrays.copyOf(whole, length));
    for (int i = 0; i < 400; i++) {
      byte[] flipped = whole.clone();
      for (int j = 0; j <= i % 3; j++)
        flipped[random.nextInt(whole.length)] = (byte) random.nextInt(256);
      readDamaged(flipped);
      byte[] extreme = whole.clone();
      extreme[random.nextInt(whole.length)] = (byte) (i % 2 == 0 ? 0xff : 0);
      readDamaged(extreme);
    }
  }

  private static void readDamaged(byte[] bytes) {
    try {
      ParquetFileTest.read(bytes);
    } catch (MalformedException | UnsupportedLayoutException | LimitHitException allowed) {
      assertThat(allowed).hasMessageMatching("(?s).{5,}");
    }
  }

  @Test
  void aFlippedByteOfAPageWithAChecksumIsAlwaysFound() {
    var data =
        flat("text", PhysicalType.BYTE_ARRAY, 0, utf8("one", "two")).in(Style.PLAIN.checksum());
    byte[] bytes = ParquetBytes.file(List.of(data));
    int at = indexOf(bytes, "two");
    bytes[at] ^= 1;
    assertThatThrownBy(() -> ParquetFileTest.read(bytes))
        .isInstanceOf(MalformedException.class)
        .hasMessageMatching("the page has CRC-32 0x[0-9a-f]{8}, 0x[0-9a-f]{8} is noted");
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void footers() {
    assertFault(
        "PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        0,
        "4 bytes, expected at least 12");
    byte[] noMagic = withFooter(new byte[] {0}, 1);
    noMagic[noMagic.length - 1] = '2';
    assertFault(noMagic, 9, "the file ends with 0x32524150, expected PAR1, 0x31524150");
    assertFault(
        withFooter(new byte[] {0}, -1), 5, "a footer of 4294967295 bytes, expected at most 1");
    assertFault(withFooter(new byte[] {0}, 1), 4, "the schema: 0 nodes, expected more");
    byte[] hugeList = {
      0x29, (byte) 0xfc, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07, 0
    };
    assertFault(
        withFooter(hugeList, hugeList.length),
        11,
        "in Thrift's compact form: a list of 2147483647, there are 1 bytes more");
    byte[] nested = new byte[10_000];
    Arrays.fill(nested, (byte) 0x1c);
    assertFault(
        withFooter(nested, nested.length),
        28,
        "in Thrift's compact form: structures within structures, expected at most 24");
  }

  @Test
  void schemas() {
    assertFault(
        schema(node("root", -1, 3), node("one", 1, 0)),
        4,
        "the schema: node 1 has 3 children, expected 1 to 1");
    assertFault(
        schema(node("root", 1, 0)), 4, "the schema: node 1 has 0 children, expected 1 to 0");
    assertFault(
        schema(node("root", -1, 1), node("one", 8, 0)), 4, "the schema: type 8, expected 0 to 7");
    var chain = new ArrayList<byte[]>();
    for (int i = 0; i < 100; i++) chain.add(node("n" + i, -1, 1));
    chain.add(node("leaf", 1, 0));
    assertFault(schema(chain.toArray(byte[][]::new)), 4, "the schema: nested deeper than 32");
    assertFault(
        schema(node("root", -1, 1), node("one", 1, 0), node("two", 1, 0)),
        4,
        "the schema: 3 nodes, 2 have a parent");
  }

  private static byte[] node(String name, int type, int children) {
    return ThriftBytes.struct(struct -> {
      if (type >= 0) struct.int32(1, type);
      struct.int32(3, 0).text(4, name);
      if (children > 0) struct.int32(5, children);
    });
  }

  private static byte[] schema(byte[]... nodes) {
    byte[] footer = ThriftBytes.struct(meta -> meta.structs(2, List.of(nodes)));
    return withFooter(footer, footer.length);
  }

  private static byte[] withFooter(byte[] footer, int length) {
    return PageValues.joined(MAGIC, footer, PageValues.number(4, length), MAGIC);
  }

  /// A column of required numbers, whose only page is what is given.
  private static byte[] onePage(long rows, byte[] page, Consumer<ThriftBytes> place) {
    byte[] meta =
        ThriftBytes.struct(struct -> {
          struct.int32(1, 2).texts(3, List.of("n")).int32(4, 0).int64(5, rows);
          place.accept(struct);
        });
    byte[] chunk = ThriftBytes.struct(struct -> struct.struct(3, meta));
    byte[] group = ThriftBytes.struct(struct -> struct.structs(1, List.of(chunk)).int64(3, rows));
    byte[] footer =
        ThriftBytes.struct(struct -> {
          struct.structs(2, List.of(node("root", -1, 1), node("n", 2, 0)));
          struct.structs(4, List.of(group));
        });
    return PageValues.joined(MAGIC, page, footer, PageValues.number(4, footer.length), MAGIC);
  }

  private static byte[] onePage(long rows, byte[] page) {
    return onePage(rows, page, place -> place.int64(7, page.length).int64(9, 4));
  }

  private static byte[] page(int unpacked, int packed, int values, int encoding, byte[] body) {
    byte[] data =
        ThriftBytes.struct(it -> it.int32(1, values).int32(2, encoding).int32(3, 3).int32(4, 3));
    byte[] head =
        ThriftBytes.struct(
            it -> it.int32(1, 0).int32(2, unpacked).int32(3, packed).struct(5, data));
    return PageValues.joined(head, body);
  }

  @Test
  void piecesOfColumns() {
    byte[] page = page(8, 8, 1, 0, new byte[8]);
    assertThat(ParquetFileTest.read(onePage(1, page))).containsExactly(List.of("[0]"));
    assertFault(onePage(2, page), 4 + page.length, "column n ends before its rows do");
    assertFault(onePage(0, page), 4 + page.length, "column n goes on behind its last row");
    assertFault(
        onePage(1, page, place -> place.int64(7, Long.MAX_VALUE).int64(9, 4)),
        4,
        "column n has 9223372036854775807 bytes from 4 on, expected to end before ");
    assertFault(
        onePage(1, page, place -> place.int64(7, 1).int64(9, Long.MAX_VALUE)),
        Long.MAX_VALUE,
        "column n has 1 bytes from 9223372036854775807 on, expected to end before ");
    assertFault(onePage(-1, page), 4 + page.length + 23, "-1 rows in a row group");
  }

  @Test
  void pages() {
    assertFault(
        onePage(1, page(8, Integer.MAX_VALUE, 1, 0, new byte[8])),
        4,
        "page with packed bytes 2147483647, expected 0 to 134217728");
    assertFault(
        onePage(1, page(-1, 8, 1, 0, new byte[8])),
        4,
        "page with unpacked bytes -1, expected 0 to 134217728");
    assertFault(
        onePage(1, page(8, 8, Integer.MAX_VALUE, 0, new byte[8])),
        4,
        "page with values 2147483647, expected 0 to 134217728");
    assertFault(
        onePage(1, page(8, 9, 1, 0, new byte[8])), 4, "a page of 9 bytes, its column has 8 more");
    assertFault(
        onePage(1, page(100 << 20, 8, 1, 0, new byte[8])),
        4,
        "8 bytes that are not compressed, expected 104857600");
    assertFault(
        onePage(2, page(8, 8, 2, 0, new byte[8])),
        4,
        "at byte 8 of it: a number of 8 bytes, there are 0 more");
    assertFault(
        onePage(1, page(1, 1, 1, 8, new byte[1])), 4, "a page that refers to no dictionary");
  }

  /// Small pages that say they hold much must not cost much.
  @Test
  void packedPagesThatPromiseMuch() {
    for (int codec : new int[] {1, 7}) {
      byte[] page = page(100 << 20, 8, 1, 0, new byte[8]);
      byte[] bytes =
          onePage(1, page, place -> place.int32(4, codec).int64(7, page.length).int64(9, 4));
      assertFault(bytes, 4, "104857600 bytes out of 8, expected at most ");
    }
  }

  @Test
  void differences() {
    assertFault(onePage(1, delta(128, 4, 99)), 4, "99 numbers, expected at most 1");
    assertFault(onePage(1, delta(1 << 30, 4, 1)), 4, "a block of 1073741824 numbers in 4 parts");
    assertFault(onePage(1, delta(128, 0, 1)), 4, "a block of 128 numbers in 0 parts");
    assertFault(onePage(1, delta(128, 128, 1)), 4, "a block of 128 numbers in 128 parts");
  }

  private static byte[] delta(long block, long parts, long count) {
    var body = new java.io.ByteArrayOutputStream();
    for (long number : new long[] {block, parts, count, 0}) ThriftBytes.varint(body, number);
    return page(body.size(), body.size(), 1, 5, body.toByteArray());
  }

  private static void assertFault(byte[] bytes, long offset, String detail) {
    assertThatThrownBy(() -> ParquetFileTest.read(bytes))
        .isInstanceOfSatisfying(
            MalformedException.class,
            e -> {
              assertThat(e.detail()).contains(detail);
              assertThat(e.offsetBytes()).isEqualTo(offset);
            });
  }

  @Test
  void aLongListIsRefused() {
    var values = new ArrayList<Data>();
    var many = java.util.Collections.nCopies(10_001, 1);
    values.add(list("n", PhysicalType.INT32, -1, List.of(many)));
    assertThatThrownBy(() -> ParquetFileTest.read(ParquetBytes.file(values)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a list of more than 10000 in column n.list.element");
  }
}
