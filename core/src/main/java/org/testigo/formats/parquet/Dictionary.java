package org.testigo.formats.parquet;

/// The values that the pages of a column refer to by number. Made when they are asked for.
final class Dictionary {
  private final PageBytes bytes;
  private final Column column;
  private final int[] starts;

  /// @param count how many it must hold; as many bytes are there at least
  Dictionary(PageBytes bytes, Column column, int count) {
    this.bytes = bytes;
    this.column = column;
    this.starts = new int[count];
    var plain = new PlainValues(bytes, column.type(), column.typeBytes());
    for (int i = 0; i < count; i++) {
      starts[i] = bytes.at;
      plain.skip();
    }
  }

  /// What a page refers to.
  Values read(PageBytes page) {
    return new Values() {
      private final RunReader numbers = new RunReader(page, page.number8());

      @Override
      public Cell next() {
        return value(numbers.next(), page);
      }
    };
  }

  private Cell value(int number, PageBytes page) {
    if (number < 0 || number >= starts.length)
      throw page.damaged(
          "number %d of a dictionary of %d"
              .formatted(Integer.toUnsignedLong(number), starts.length));
    bytes.at = starts[number];
    return new PlainValues(bytes, column.type(), column.typeBytes()).next();
  }
}
