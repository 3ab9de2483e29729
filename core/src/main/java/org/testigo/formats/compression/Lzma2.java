package org.testigo.formats.compression;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// The chunks of LZMA2.
///
/// Layout of a chunk: control (1): 0 the end; 1 stored, 2 the same without emptying the dictionary;
/// from 0x80 on packed: bits 0-4 are the top of the unpacked size, bits 5-6 say what is reset (0
/// nothing, 1 the state, 2 also the properties, 3 also the dictionary). Then the unpacked size less
/// one (2, big-endian), the packed size less one (2) and by reset the properties (1), as far as the
/// control says.
final class Lzma2 {
  static final int MAX_CHUNK_BYTES = 1 << 21;

  private static final int PACKED = 0x80;
  private static final int STORED = 2;
  private static final int STORED_FRESH = 1;
  private static final String WHAT = "an LZMA2 chunk";

  private final PackedInput input;
  private @Nullable Lzma lzma;
  private boolean wantsDictionaryReset = true;

  Lzma2(PackedInput input) {
    this.input = input;
  }

  /// Unpacks one chunk into the memory of the stream.
  ///
  /// @return false at the end
  boolean chunk(BlockStream stream) throws IOException {
    long start = input.offset();
    int control = input.number8(WHAT);
    if (control == 0) return false;
    if (control > STORED && control < PACKED) {
      throw new MalformedException(
          start, "LZMA2 control 0x%02x, expected 0, 1, 2 or 0x80 and more".formatted(control));
    }
    boolean isFresh = control == STORED_FRESH || control >= 0xe0;
    if (wantsDictionaryReset && !isFresh)
      throw new MalformedException(start, "LZMA2 does not begin with an empty dictionary");
    wantsDictionaryReset = false;
    if (isFresh) {
      stream.historyStart = stream.filled;
      lzma = null;
    }
    if (control >= PACKED) packed(stream, start, control);
    else stored(stream);
    return true;
  }

  private int bigEndian16() throws IOException {
    return input.number8(WHAT) << 8 | input.number8(WHAT);
  }

  private void stored(BlockStream stream) throws IOException {
    int size = bigEndian16() + 1;
    int there = input.has(size) ? size : input.limit - input.position;
    System.arraycopy(input.bytes, input.position, stream.memory, stream.filled, there);
    stream.filled += there;
    input.need(size, WHAT);
    input.position += size;
  }

  private void packed(BlockStream stream, long start, int control) throws IOException {
    int contentBytes = ((control & 0x1f) << 16 | bigEndian16()) + 1;
    int packedBytes = bigEndian16() + 1;
    int reset = control >>> 5 & 3;
    if (reset >= 2) lzma = Lzma.of(input.number8(WHAT), start);
    var current = lzma;
    if (current == null) throw new MalformedException(start, "LZMA2 gives no properties");
    if (reset >= 1) current.reset();
    boolean isWhole = input.has(packedBytes);
    int end = isWhole ? input.position + packedBytes : input.limit;
    try {
      current.unpack(input, end, stream, contentBytes);
    } catch (MalformedException e) {
      // In a cut chunk the cut is what matters, and what came before it is given.
      input.need(packedBytes, WHAT);
      throw e;
    }
    input.need(packedBytes, WHAT);
    input.position = end;
  }
}
