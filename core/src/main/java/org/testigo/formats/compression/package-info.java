/// Compressed bytes as a stream of what they hold: gzip, zstd, xz, bzip2 and LZ4 frames. Start with
/// [Compression].
///
/// All of it is plain Java with checked arrays, since scan data may come from anybody: hostile
/// bytes cost at most an exception with its offset. What comes before the damage is always given,
/// and an end that comes too early is never silent.
///
/// Follows RFC 1952 (gzip), RFC 8878 (zstd), "The .xz File Format" 1.2.1 with LZMA2, the bzip2
/// format as reconstructed by Joe Tsai, and "LZ4 Frame Format" 1.6.4.
@NullMarked
package org.testigo.formats.compression;

import org.jspecify.annotations.NullMarked;
