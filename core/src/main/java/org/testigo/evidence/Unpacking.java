package org.testigo.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.archives.UnpackedStream;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;

/// Keeps what is unpacked from an archive: in memory while it is small, else in a scratch file that
/// nobody else can read.
///
/// @param scratchFolder where such a file may lie; empty: what is large is refused
record Unpacking(Optional<Path> scratchFolder) {
  /// What is kept in memory where there is no scratch folder.
  static final long MEMORY_AT_MOST_BYTES = 64L << 20;

  /// What is kept in memory before the scratch folder is used.
  static final long MEMORY_BEFORE_SCRATCH_BYTES = 16L << 20;

  /// How many times larger than its packed bytes something may be, once it is large. Databases
  /// reach some 20; archives made to attack reach 1,000.
  static final long RATIO_AT_MOST = 200;

  private static final int PIECE_BYTES = 1 << 20;

  /// @param packedBytes from which it comes
  /// @throws LimitHitException when it is too large
  ByteSource keep(UnpackedStream stream, long packedBytes) {
    long inMemory = scratchFolder.isPresent() ? MEMORY_BEFORE_SCRATCH_BYTES : MEMORY_AT_MOST_BYTES;
    var pieces = new ArrayList<byte[]>();
    byte[] piece = next(stream);
    while (piece.length > 0) {
      pieces.add(piece);
      if (stream.countBytes() > inMemory) return keepOutside(stream, packedBytes, pieces);
      piece = next(stream);
    }
    return new Pieces(pieces, stream.countBytes(), stream.fault());
  }

  private static byte[] next(UnpackedStream stream) {
    byte[] piece = new byte[PIECE_BYTES];
    int count = stream.read(piece);
    return count == piece.length ? piece : Arrays.copyOf(piece, count);
  }

  private ByteSource keepOutside(UnpackedStream stream, long packedBytes, List<byte[]> first) {
    checkRatio(stream, packedBytes);
    Path folder =
        scratchFolder.orElseThrow(() -> new LimitHitException(Limit.BYTES, MEMORY_AT_MOST_BYTES));
    var scratch = ScratchFile.in(folder);
    boolean isWhole = false;
    try {
      for (byte[] piece : first) scratch.append(piece);
      for (byte[] piece = next(stream); piece.length > 0; piece = next(stream)) {
        checkRatio(stream, packedBytes);
        scratch.append(piece);
      }
      isWhole = true;
      return scratch.finished(stream.fault());
    } finally {
      if (!isWhole) scratch.close();
    }
  }

  private static void checkRatio(UnpackedStream stream, long packedBytes) {
    long atMost = Math.max(MEMORY_AT_MOST_BYTES, Math.multiplyExact(packedBytes, RATIO_AT_MOST));
    if (stream.countBytes() > atMost) throw new LimitHitException(Limit.BYTES, atMost);
  }

  /// Bytes in memory that came piece by piece.
  private record Pieces(List<byte[]> pieces, long sizeBytes, Optional<MalformedException> fault)
      implements ByteSource {

    @Override
    public void read(long offsetBytes, byte[] into, int from, int length) {
      require(offsetBytes, length);
      for (int done = 0; done < length; ) {
        long offset = offsetBytes + done;
        byte[] piece = pieces.get((int) (offset / PIECE_BYTES));
        int at = (int) (offset % PIECE_BYTES);
        int count = Math.min(piece.length - at, length - done);
        System.arraycopy(piece, at, into, from + done, count);
        done += count;
      }
    }

    @Override
    public void close() {}
  }
}
