package org.testigo.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.parquet.ParquetBytes.Data;
import org.testigo.formats.parquet.ParquetBytes.Node;
import org.testigo.formats.parquet.ParquetBytes.Style;

/// Writes the pages of a column.
final class PageWriter {
  private final Data data;
  private final Style style;
  private final int maxDefinition;
  private final boolean isList;
  private final List<Object> dictionary = new ArrayList<>();
  private int entries;
  private int dictionaryBytes;

  private record Entry(int repetition, int definition, @Nullable Object value) {}

  PageWriter(Data data) {
    this.data = data;
    this.style = data.style();
    this.maxDefinition = (int) data.path().stream().filter(node -> node.repetition() > 0).count();
    this.isList = data.path().stream().anyMatch(node -> node.repetition() == 2);
  }

  int entries() {
    return entries;
  }

  int dictionaryBytes() {
    return dictionaryBytes;
  }

  void writeTo(ByteArrayOutputStream out) {
    var pages = new ByteArrayOutputStream();
    var rows = data.rows();
    for (int from = 0; from < rows.size(); from += style.pageRows()) {
      var page = new ArrayList<Entry>();
      int to = Math.min(rows.size(), from + style.pageRows());
      for (Object row : rows.subList(from, to)) add(row, page);
      entries += page.size();
      pages.writeBytes(page(page, to - from));
    }
    if (isDictionary()) {
      byte[] page = dictionaryPage();
      dictionaryBytes = page.length;
      out.writeBytes(page);
    }
    out.writeBytes(pages.toByteArray());
  }

  private boolean isDictionary() {
    return style.encoding() == 2 || style.encoding() == 8;
  }

  private void add(@Nullable Object row, List<Entry> page) {
    if (!isList) {
      int missing = maxDefinition > 0 ? maxDefinition - 1 : 0;
      page.add(new Entry(0, row == null ? missing : maxDefinition, row));
    } else if (!(row instanceof List<?> list)) {
      page.add(new Entry(0, 0, null));
    } else if (list.isEmpty()) {
      page.add(new Entry(0, definitionOfList() - 1, null));
    } else {
      for (int i = 0; i < list.size(); i++) {
        var value = list.get(i);
        int definition = value == null ? maxDefinition - 1 : maxDefinition;
        page.add(new Entry(i == 0 ? 0 : 1, definition, value));
      }
    }
  }

  private int definitionOfList() {
    int definition = 0;
    for (Node node : data.path()) {
      if (node.repetition() > 0) definition++;
      if (node.repetition() == 2) return definition;
    }
    throw new IllegalArgumentException("no list");
  }

  private byte[] page(List<Entry> page, int rows) {
    byte[] repetitions = isList ? levels(page.stream().map(Entry::repetition).toList(), 1) : null;
    byte[] definitions =
        maxDefinition == 0
            ? null
            : levels(page.stream().map(Entry::definition).toList(), maxDefinition);
    var values = new ArrayList<Object>();
    for (Entry entry : page) if (entry.value() != null) values.add(entry.value());
    byte[] body = encoded(values);
    return style.version() == 1
        ? first(page.size(), repetitions, definitions, body)
        : second(page.size(), rows, page.size() - values.size(), repetitions, definitions, body);
  }

  private static byte[] levels(List<Integer> levels, int highest) {
    return PageValues.hybrid(levels, RunReader.widthOf(highest));
  }

  private byte[] first(
      int count, byte @Nullable [] repetitions, byte @Nullable [] definitions, byte[] body) {
    byte[] content = PageValues.joined(behindLength(repetitions), behindLength(definitions), body);
    byte[] packed = ParquetBytes.packed(content, style.codec());
    byte[] header =
        ThriftBytes.struct(
            data -> data.int32(1, count).int32(2, style.encoding()).int32(3, 3).int32(4, 3));
    return page(0, 5, header, content.length, packed);
  }

  private static byte[] behindLength(byte @Nullable [] levels) {
    if (levels == null) return new byte[0];
    return PageValues.joined(PageValues.number(4, levels.length), levels);
  }

  private byte[] second(
      int count,
      int rows,
      int nulls,
      byte @Nullable [] repetitions,
      byte @Nullable [] definitions,
      byte[] body) {
    byte[] repeated = repetitions == null ? new byte[0] : repetitions;
    byte[] defined = definitions == null ? new byte[0] : definitions;
    byte[] packed = PageValues.joined(repeated, defined, ParquetBytes.packed(body, style.codec()));
    byte[] header =
        ThriftBytes.struct(data -> {
          data.int32(1, count).int32(2, nulls).int32(3, rows).int32(4, style.encoding());
          data.int32(5, defined.length).int32(6, repeated.length);
          data.flag(7, style.codec() != 0);
        });
    return page(3, 8, header, repeated.length + defined.length + body.length, packed);
  }

  private byte[] page(int kind, int field, byte[] header, int unpackedBytes, byte[] packed) {
    byte[] head =
        ThriftBytes.struct(page -> {
          page.int32(1, kind).int32(2, unpackedBytes).int32(3, packed.length);
          if (style.hasChecksum()) page.int32(4, ParquetBytes.crc32(packed));
          page.struct(field, header);
          if (style.hasUnknown()) page.unknown(50);
        });
    return PageValues.joined(head, packed);
  }

  private byte[] dictionaryPage() {
    byte[] content = PageValues.plain(dictionary, data.type());
    byte[] header =
        ThriftBytes.struct(page -> page.int32(1, dictionary.size()).int32(2, 0).flag(3, false));
    return page(2, 7, header, content.length, ParquetBytes.packed(content, style.codec()));
  }

  private byte[] encoded(List<Object> values) {
    return switch (style.encoding()) {
      case 2, 8 -> numbersOf(values);
      case 3 -> {
        byte[] runs = PageValues.hybrid(flags(values), 1);
        yield PageValues.joined(PageValues.number(4, runs.length), runs);
      }
      case 5 -> PageValues.deltas(values.stream().map(it -> ((Number) it).longValue()).toList());
      case 6 -> PageValues.deltaLengths(values.stream().map(byte[].class::cast).toList());
      case 7 -> PageValues.deltaPrefixes(values.stream().map(byte[].class::cast).toList());
      default -> PageValues.plain(values, data.type());
    };
  }

  private static List<Integer> flags(List<Object> values) {
    return values.stream().map(flag -> (boolean) flag ? 1 : 0).toList();
  }

  private byte[] numbersOf(List<Object> values) {
    var numbers = values.stream().map(this::numberOf).toList();
    int width = 9;
    return PageValues.joined(new byte[] {(byte) width}, PageValues.hybrid(numbers, width));
  }

  private int numberOf(Object value) {
    for (int i = 0; i < dictionary.size(); i++) {
      var known = dictionary.get(i);
      boolean isSame =
          known instanceof byte[] one && value instanceof byte[] other
              ? Arrays.equals(one, other)
              : known.equals(value);
      if (isSame) return i;
    }
    dictionary.add(value);
    if (dictionary.size() > 512) throw new IllegalArgumentException("more than 9 bits");
    return dictionary.size() - 1;
  }
}
