package org.testigo.formats.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.testigo.formats.parquet.ParquetBytes.field;
import static org.testigo.formats.parquet.ParquetBytes.flat;
import static org.testigo.formats.parquet.ParquetBytes.list;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.parquet.ParquetBytes.Data;
import org.testigo.formats.parquet.ParquetBytes.Node;
import org.testigo.formats.parquet.ParquetBytes.Style;
import org.testigo.model.Budget;
import org.testigo.model.UnsupportedLayoutException;

class ParquetFileTest {
  private static final int ROWS = 400;

  /// A column of every type, a third of its values null, few values that come again.
  private static final List<Data> FLAT =
      List.of(
          flat("flag", PhysicalType.BOOLEAN, -1, rows(i -> i % 2 == 0)),
          flat("small", PhysicalType.INT32, -1, rows(i -> i % 7 - 3)),
          flat("large", PhysicalType.INT64, 10, rows(i -> 1_000_000_007L * (i % 40) - (i % 11))),
          flat("impala", PhysicalType.INT96, -1, rows(i -> new byte[12])),
          flat("real", PhysicalType.FLOAT, -1, rows(i -> i % 9 / 4f)),
          flat("exact", PhysicalType.DOUBLE, -1, rows(i -> i % 9 / 8d)),
          flat("text", PhysicalType.BYTE_ARRAY, 0, rows(i -> text("value " + i % 50))),
          flat(
              "bytes",
              PhysicalType.FIXED_LEN_BYTE_ARRAY,
              -1,
              rows(i -> text("%04d".formatted(i % 60)))));

  private interface Maker {
    Object make(int i);
  }

  private static List<@Nullable Object> rows(Maker maker) {
    var rows = new ArrayList<@Nullable Object>();
    for (int i = 0; i < ROWS; i++) rows.add(i % 3 == 1 || i / 50 == 2 ? null : maker.make(i));
    return rows;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Style> styles() {
    var plain = Style.PLAIN.pageRows(150);
    return Stream.of(1, 2)
        .flatMap(version -> Stream.of(0, 1, 2, 6, 7).map(plain.version(version)::codec))
        .flatMap(style ->
            Stream.of(style, style.encoding(2), style.encoding(8).checksum(), style.unknown()));
  }

  @ParameterizedTest
  @MethodSource("styles")
  void everyTypeInEveryStyle(Style style) {
    var columns =
        FLAT.stream()
            .map(data -> data.in(data.type() == PhysicalType.BOOLEAN ? style.encoding(0) : style))
            .toList();
    assertThat(read(ParquetBytes.file(columns))).isEqualTo(expected(columns));
  }

  @ParameterizedTest
  @MethodSource("styles")
  void differences(Style style) {
    var columns =
        List.of(
            FLAT.get(0).in(style.encoding(3)),
            FLAT.get(1).in(style.encoding(5)),
            FLAT.get(2).in(style.encoding(5)),
            flat(
                    "wide",
                    PhysicalType.INT64,
                    -1,
                    rows(i -> (i & 1) == 0 ? Long.MIN_VALUE : Long.MAX_VALUE - i))
                .in(style.encoding(5)),
            FLAT.get(6).in(style.encoding(6)),
            flat("prefixed", PhysicalType.BYTE_ARRAY, -1, rows(i -> text("192.0.2." + i)))
                .in(style.encoding(7)));
    assertThat(read(ParquetBytes.file(columns))).isEqualTo(expected(columns));
  }

  @ParameterizedTest
  @MethodSource("styles")
  void lists(Style style) {
    var values =
        rows(i ->
            IntStream.range(0, i % 5)
                .mapToObj(j -> j == 3 ? null : text("v" + i % 6 + j))
                .toList());
    var numbers = rows(i -> IntStream.range(0, i % 5).boxed().toList());
    var columns =
        List.of(
            list("modern", PhysicalType.BYTE_ARRAY, -1, values).in(style),
            new Data(
                List.of(new Node("old", 2)),
                PhysicalType.BYTE_ARRAY,
                -1,
                withoutNulls(values),
                style),
            field("structures", "text", PhysicalType.BYTE_ARRAY, 0, values).in(style),
            field("structures", "number", PhysicalType.INT32, -1, numbers).in(style));
    assertThat(read(ParquetBytes.file(columns))).isEqualTo(expected(columns));
  }

  private static List<Object> withoutNulls(List<@Nullable Object> rows) {
    var found = new ArrayList<Object>();
    for (Object row : rows) {
      if (row instanceof List<?> list) found.add(list.stream().filter(it -> it != null).toList());
      else found.add(List.of());
    }
    return found;
  }

  @Test
  void columnsAreDescribed() {
    var required =
        new Data(List.of(new Node("must", 0)), PhysicalType.INT32, 6, List.of(1), Style.PLAIN);
    var columns =
        file(ParquetBytes.file(
                List.of(
                    required,
                    flat("when", PhysicalType.INT64, 10, List.of(1L)),
                    field("chain", "der", PhysicalType.BYTE_ARRAY, -1, List.of(List.of())))))
            .columns();
    assertThat(columns)
        .containsExactly(
            new Column(List.of("must"), PhysicalType.INT32, 0, Meaning.DAY, 0, 0, 0),
            new Column(List.of("when"), PhysicalType.INT64, 0, Meaning.MICROSECONDS, 1, 0, 0),
            new Column(
                List.of("chain", "list", "element", "der"),
                PhysicalType.BYTE_ARRAY,
                0,
                Meaning.NONE,
                4,
                1,
                2));
  }

  @Test
  void rowGroupsFollowEachOtherAndSomeColumnsCanBeAskedFor() {
    var one =
        List.of(
            flat("a", PhysicalType.INT32, -1, List.of(1, 2)),
            flat("b", PhysicalType.INT32, -1, List.of(3, 4)));
    var other =
        List.of(
            flat("a", PhysicalType.INT32, -1, List.of(5)),
            flat("b", PhysicalType.INT32, -1, List.of(6)));
    var file = file(ParquetBytes.file(one, other));
    var met = new ArrayList<String>();
    for (var group : file.groups()) {
      var rows = file.read(group, List.of(file.columns().get(1)));
      while (rows.next()) met.add(rows.number() + ": " + rows.cell(0));
    }
    assertThat(met)
        .containsExactly("1: Whole[number=3]", "2: Whole[number=4]", "3: Whole[number=6]");
  }

  @Test
  void whatIsNotReadIsRefusedByItsName() {
    var numbers = flat("n", PhysicalType.INT32, -1, List.of(1, 2, 3));
    assertRefused(
        numbers.in(Style.PLAIN.codec(4)),
        "pages are compressed with BROTLI, known are UNCOMPRESSED, SNAPPY, GZIP, ZSTD and LZ4_RAW");
    assertRefused(
        numbers.in(Style.PLAIN.codec(99)),
        "column n is compressed with method 99, known are UNCOMPRESSED, SNAPPY, GZIP, ZSTD and LZ4_RAW");
    assertRefused(
        numbers.in(Style.PLAIN.encoding(9)),
        "column n of type INT32 is written in BYTE_STREAM_SPLIT, which is not read");
    assertRefused(
        numbers.in(Style.PLAIN.encoding(77)),
        "column n is written in encoding 77, known are 0 to 9");
    var deep = List.of(new Node("outer", 2), new Node("inner", 2));
    assertRefused(
        new Data(deep, PhysicalType.INT32, -1, List.of(List.of()), Style.PLAIN),
        "column outer.inner is a list within a list");
    byte[] encrypted = ParquetBytes.file(List.of(numbers));
    encrypted[encrypted.length - 1] = 'E';
    assertThatThrownBy(() -> file(encrypted))
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage("the file's footer is encrypted");
  }

  private static void assertRefused(Data column, String why) {
    byte[] bytes = ParquetBytes.file(List.of(column));
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage(why);
  }

  static ParquetFile file(byte[] bytes) {
    return ParquetFile.open(ByteSource.of(bytes), Budget.unhurried());
  }

  /// All rows, each as the texts of its cells.
  static List<List<String>> read(byte[] bytes) {
    var file = file(bytes);
    var all = new ArrayList<List<String>>();
    for (var group : file.groups()) {
      var rows = file.read(group, file.columns());
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int i = 0; i < file.columns().size(); i++)
          row.add(rows.cells(i).stream().map(ParquetFileTest::shown).toList().toString());
        all.add(row);
      }
    }
    return all;
  }

  private static String shown(Cell cell) {
    return switch (cell) {
      case Cell.Nothing _ -> "null";
      case Cell.Flag(boolean flag) -> String.valueOf(flag);
      case Cell.Whole(long number) -> String.valueOf(number);
      case Cell.Real(double number) -> String.valueOf(number);
      case Cell.Blob(byte[] bytes) -> HexFormat.of().formatHex(bytes);
    };
  }

  private static List<List<String>> expected(List<Data> columns) {
    var all = new ArrayList<List<String>>();
    for (int i = 0; i < columns.getFirst().rows().size(); i++) {
      var row = new ArrayList<String>();
      for (Data data : columns) row.add(shown(data, data.rows().get(i)));
      all.add(row);
    }
    return all;
  }

  private static String shown(Data data, @Nullable Object row) {
    boolean isList = data.path().stream().anyMatch(node -> node.repetition() == 2);
    if (!isList) return Arrays.asList(text(row)).toString();
    return row instanceof List<?> list
        ? list.stream().map(ParquetFileTest::text).toList().toString()
        : "[]";
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case Float real -> String.valueOf(real.doubleValue());
      default -> value.toString();
    };
  }
}
