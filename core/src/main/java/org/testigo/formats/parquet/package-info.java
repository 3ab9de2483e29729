/// Tables of Apache Parquet, read column by column without taking more than a page of each into
/// memory. Start with [ParquetFile].
///
/// Follows the Parquet format 2.12 (<https://github.com/apache/parquet-format>): pages of version 1
/// and 2; the encodings PLAIN, dictionaries, RLE and the three DELTA ones; uncompressed, Snappy,
/// gzip, zstd and LZ4_RAW. Anything else (Brotli, LZO, LZ4 in Hadoop's frame, BYTE_STREAM_SPLIT,
/// encryption, lists within lists) is refused by its name.
@NullMarked
package org.testigo.formats.parquet;

import org.jspecify.annotations.NullMarked;
