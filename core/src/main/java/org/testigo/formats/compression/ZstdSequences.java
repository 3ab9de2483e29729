package org.testigo.formats.compression;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The sequences of a packed block: how many literals come next, then how far back and how long a
/// repetition is.
///
/// Layout (RFC 8878, 3.1.1.3.2): how many (1 to 3 bytes); the kinds of the three tables (1); the
/// tables; bits that are read from their end back.
final class ZstdSequences {
  private static final int BY_DEFAULT = 0;
  private static final int SINGLE = 1;
  private static final int DESCRIBED = 2;

  /// So many bits of a word may be used.
  private static final int WORD_BITS = 57;

  private static final int LENGTHS_AT = 0;
  private static final int OFFSETS_AT = 512;
  private static final int MATCHES_AT = 768;

  private static final String WHAT = "the sequences";

  private @Nullable ZstdFse lengths;
  private @Nullable ZstdFse offsets;
  private @Nullable ZstdFse matches;

  /// The three tables one behind the other: one array costs less than three in the loop.
  private final long[] states = new long[ZstdFse.MAX_STATES];

  private int tablesEnd;
  private int done;
  private int left;

  void beginFrame() {
    lengths = null;
    offsets = null;
    matches = null;
  }

  /// Reads the sequences behind the literals of a block; what came before damage stays in it.
  void read(ZstdInput packed, int at, ZstdUnwoven block) {
    int first = packed.number8(at, WHAT);
    int headBytes = first < 128 ? 1 : first < 255 ? 2 : 3;
    packed.need(at, headBytes, WHAT);
    int count = count(packed.bytes(), at, first);
    if (count > 0) {
      var bits = bits(packed, at + headBytes);
      if (block.sequences.length < count) block.sequences = new long[count];
      sequences(packed, bits, count, block);
    } else if (at + headBytes != packed.end()) {
      throw packed.damaged(
          at + headBytes, "%d bytes behind no sequences".formatted(packed.end() - at - headBytes));
    }
  }

  private static int count(byte[] bytes, int at, int first) {
    if (first < 128) return first;
    int second = bytes[at + 1] & 0xff;
    if (first < 255) return (first - 128 << 8) + second;
    return second + ((bytes[at + 2] & 0xff) << 8) + 0x7f00;
  }

  private ZstdBits bits(ZstdInput packed, int at) {
    int kinds = packed.number8(at, WHAT);
    if ((kinds & 3) != 0)
      throw packed.damaged(
          at, "zstd table kinds 0x%02x, expected bits 0-1 to be 0".formatted(kinds));
    tablesEnd = at + 1;
    lengths = table(packed, kinds >>> 6, ZstdCodes.LITERAL_LENGTHS, lengths);
    offsets = table(packed, kinds >>> 4 & 3, ZstdCodes.OFFSETS, offsets);
    matches = table(packed, kinds >>> 2 & 3, ZstdCodes.MATCH_LENGTHS, matches);
    lengths.copyTo(states, LENGTHS_AT);
    offsets.copyTo(states, OFFSETS_AT);
    matches.copyTo(states, MATCHES_AT);
    return new ZstdBits(packed, tablesEnd, packed.end());
  }

  private ZstdFse table(ZstdInput packed, int kind, ZstdCodes codes, @Nullable ZstdFse before) {
    int at = tablesEnd;
    if (kind == BY_DEFAULT) return codes.byDefault();
    if (kind == SINGLE) {
      int symbol = packed.number8(at, "the symbol of a zstd table");
      tablesEnd = at + 1;
      if (symbol < codes.count()) return ZstdFse.single(codes, symbol);
      throw packed.damaged(
          at, "zstd symbol %d, expected less than %d".formatted(symbol, codes.count()));
    }
    if (kind == DESCRIBED) {
      var described = ZstdFse.read(packed, at, packed.end(), codes.maxLog, codes);
      tablesEnd = described.end();
      return described.table();
    }
    if (before == null) throw packed.damaged(at, "a zstd table as before, there is none");
    return before;
  }

  private void sequences(ZstdInput packed, ZstdBits bits, int count, ZstdUnwoven block) {
    long length = states[LENGTHS_AT + bits.take(Objects.requireNonNull(lengths).log)];
    long offset = states[OFFSETS_AT + bits.take(Objects.requireNonNull(offsets).log)];
    long match = states[MATCHES_AT + bits.take(Objects.requireNonNull(matches).log)];
    read(bits, length, offset, match, count, block.sequences);
    block.sequenceCount = done;
    if (done == count && left == 0) return;
    if (left < 0)
      throw packed.damaged(bits.start, "a zstd bit stream begins here, more bits are wanted");
    if (done == count)
      throw packed.damaged(
          bits.start, "a zstd bit stream begins here, %d bits of it are not used".formatted(left));
    throw packed.damaged(
        packed.end(),
        "a zstd repetition from further back than any window, in the block before here");
  }

  /// Reads sequences up to their number, the end of the bits, or a distance that cannot be. How
  /// many there are and how many bits are left is then in the fields, and the latter below 0 where
  /// the last one had too few.
  ///
  /// Half of the time of unpacking goes here. No step waits for more than it must: where the next
  /// bits are depends on the sum of all counts of bits, not on shifts one behind the other. Nothing
  /// is called, and all numbers are long: the compiler then moves fewest of them about.
  private void read(
      ZstdBits bits, long firstLength, long firstOffset, long firstMatch, int count, long[] out) {
    byte[] in = bits.bytes;
    int wordAt = bits.start - Long.BYTES;
    long[] table = states;
    long length = firstLength;
    long offset = firstOffset;
    long match = firstMatch;
    int bitsLeft = (int) bits.left();
    long sums = 0;
    int i = 0;
    for (; i < count && bitsLeft >= 0; i++) {
      long word = word(in, wordAt, bitsLeft);
      sums = offset + match + length;
      int used = ZstdFse.allBits(sums);
      long lengthBits = word << ZstdFse.addedBits(offset);
      long stateBits = word << ZstdFse.addedBits(sums);
      if (used > WORD_BITS) {
        lengthBits = word(in, wordAt, bitsLeft - (ZstdFse.addedBits(offset) & 0xff));
        stateBits = word(in, wordAt, bitsLeft - (ZstdFse.addedBits(sums) & 0xff));
      }
      long distance = ZstdFse.value(offset) + top(word, ZstdFse.addedBits(offset));
      long matchLength = ZstdFse.value(match) + top(lengthBits, ZstdFse.addedBits(match));
      lengthBits <<= ZstdFse.addedBits(match);
      long literals = ZstdFse.value(length) + top(lengthBits, ZstdFse.addedBits(length));
      if (distance >>> ZstdUnwoven.DISTANCE_BITS != 0) break;
      out[i] = ZstdUnwoven.sequence(literals, matchLength, distance);
      bitsLeft -= used;
      long matchBits = stateBits << ZstdFse.stateBits(length);
      long offsetBits = matchBits << ZstdFse.stateBits(match);
      length = table[(int) (ZstdFse.nextState(length) + top(stateBits, ZstdFse.stateBits(length)))];
      match = table[(int) (ZstdFse.nextState(match) + top(matchBits, ZstdFse.stateBits(match)))];
      offset =
          table[(int) (ZstdFse.nextState(offset) + top(offsetBits, ZstdFse.stateBits(offset)))];
    }
    done = i;
    // The last one chooses no states.
    left =
        i == count ? bitsLeft + ZstdFse.allBits(sums) - (ZstdFse.addedBits(sums) & 0xff) : bitsLeft;
  }

  /// The bits below the first `left` of a stream, from the top on: 57 at least, behind them others.
  private static long word(byte[] in, int wordAt, int left) {
    return (long) PackedInput.LONG.get(in, wordAt + (left + 7 >> 3)) << (-left & 7);
  }

  /// The topmost bits, 0 to 63, of which the lower six bits of a number tell how many. Shifted in
  /// two steps, since a shift by 64 is one by 0; one by ~n is one by 63 - n.
  private static long top(long word, int count) {
    return word >>> 1 >>> ~count;
  }
}
