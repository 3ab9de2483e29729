package org.testigo.formats.parquet;

/// How values lie in a page, in the order of their numbers.
public enum PhysicalType {
  BOOLEAN,
  INT32,
  INT64,
  /// A time as Impala wrote it: nanoseconds of the day (8) and the Julian day (4), little-endian.
  INT96,
  FLOAT,
  DOUBLE,
  BYTE_ARRAY,
  FIXED_LEN_BYTE_ARRAY
}
