package org.testigo.formats.parquet;

/// What a healthy file keeps to; what is more is an attack or damage.
final class Limits {
  static final int FOOTER_BYTES = 64 << 20;

  /// Of the schema.
  static final int NODES = 20_000;

  /// Pieces of columns, of all row groups.
  static final int CHUNKS = 1_000_000;

  /// Of a page, unpacked or packed. DuckDB fills pages up to 100 MB, others up to 1 MB.
  static final int PAGE_BYTES = 128 << 20;

  /// Of a page; some writers put a whole row group of equal values into one.
  static final int PAGE_VALUES = 1 << 27;

  /// Of all pages and dictionaries that are open at the same time.
  static final long OPEN_BYTES = 320L << 20;

  static final int VALUE_BYTES = 16 << 20;

  /// Of a list in one row.
  static final int ELEMENTS = 10_000;

  private Limits() {}
}
