package org.testigo.formats.compression;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG.Bits;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.BlockSize;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.Parameters;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Compresses with the usual writers, so that our readers are held against others' work.
final class Compressors {
  private Compressors() {}

  private interface Writer {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] write(byte[] content, Writer writer) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = writer.over(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    return write(content, GZIPOutputStream::new);
  }

  static byte[] zstd(byte[] content, int level) {
    return write(content, out -> new ZstdOutputStream(out, level).setChecksum(true));
  }

  /// As `zstd --long` writes it, without a checksum.
  static byte[] zstdWithWindow(byte[] content, int windowLog) {
    return write(content, out -> new ZstdOutputStream(out, 3).setLong(windowLog));
  }

  static byte[] xz(byte[] content, int check) {
    return write(content, out -> new XZOutputStream(out, new LZMA2Options(3), check));
  }

  static byte[] bzip2(byte[] content) {
    return write(content, out -> new BZip2CompressorOutputStream(out, 1));
  }

  /// With all checksums, and blocks that stand alone.
  static byte[] lz4(byte[] content) {
    var compressor = LZ4Factory.safeInstance().fastCompressor();
    var hash = XXHashFactory.safeInstance().hash32();
    return write(
        content,
        out ->
            new LZ4FrameOutputStream(
                out,
                BLOCKSIZE.SIZE_256KB,
                content.length,
                compressor,
                hash,
                Bits.BLOCK_INDEPENDENCE,
                Bits.BLOCK_CHECKSUM,
                Bits.CONTENT_CHECKSUM,
                Bits.CONTENT_SIZE));
  }

  /// With blocks that refer to the ones before. Its time grows with the square of the content.
  static byte[] lz4Linked(byte[] content) {
    return write(
        content,
        out ->
            new FramedLZ4CompressorOutputStream(
                out, new Parameters(BlockSize.K64, true, false, true)));
  }

  /// One in each compression.
  static byte[] write(Compression compression, byte[] content) {
    return switch (compression) {
      case NONE -> content;
      case GZIP -> gzip(content);
      case ZSTD -> zstd(content, 3);
      case XZ -> xz(content, org.tukaani.xz.XZ.CHECK_CRC64);
      case BZIP2 -> bzip2(content);
      case LZ4 -> lz4(content);
    };
  }
}
