package org.testigo.formats.compression;

import java.util.Arrays;
import org.testigo.model.MalformedException;

/// LZMA with its probabilities: literals, and repetitions of earlier bytes by new or recent
/// distances. (Igor Pavlov's LZMA specification, draft of 2015.)
final class Lzma {
  private static final int STATES = 12;
  private static final int POSITIONS = 16;
  private static final int LITERAL_STATES = 7;
  private static final int LITERAL_PROBABILITIES = 0x300;
  private static final int DISTANCE_SLOTS = 64;
  private static final int LENGTH_STATES = 4;
  private static final int FIRST_MODEL_SLOT = 4;
  private static final int END_MODEL_SLOT = 14;
  private static final int ALIGN_BITS = 4;
  private static final int MIN_MATCH = 2;
  private static final int MAX_LITERAL_BITS = 4;

  private final int contextBits;
  private final int positionMask;
  private final int literalPositionMask;
  private final LzmaRange range = new LzmaRange();
  private final short[] isMatch = new short[STATES * POSITIONS];
  private final short[] isRepeat = new short[STATES];
  private final short[] isRepeat0 = new short[STATES];
  private final short[] isRepeat0Long = new short[STATES * POSITIONS];
  private final short[] isRepeat1 = new short[STATES];
  private final short[] isRepeat2 = new short[STATES];
  private final short[] slots = new short[LENGTH_STATES * DISTANCE_SLOTS];
  private final short[] special = new short[128];
  private final short[] align = new short[1 << ALIGN_BITS];
  private final LzmaLengths matchLengths = new LzmaLengths();
  private final LzmaLengths repeatLengths = new LzmaLengths();
  private final short[] literals;
  private int state;
  private int distance0;
  private int distance1;
  private int distance2;
  private int distance3;

  private Lzma(int contextBits, int literalPositionBits, int positionBits) {
    this.contextBits = contextBits;
    this.positionMask = (1 << positionBits) - 1;
    this.literalPositionMask = (1 << literalPositionBits) - 1;
    this.literals = new short[LITERAL_PROBABILITIES << contextBits + literalPositionBits];
  }

  /// @param properties (position bits * 5 + literal position bits) * 9 + literal context bits
  static Lzma of(int properties, long offset) {
    int contextBits = properties % 9;
    int literalPositionBits = properties / 9 % 5;
    int positionBits = properties / 45;
    if (positionBits > 4 || contextBits + literalPositionBits > MAX_LITERAL_BITS) {
      throw new MalformedException(
          offset,
          "LZMA properties 0x%02x, expected at most 0xe0 with literal bits of at most 4 in sum"
              .formatted(properties));
    }
    return new Lzma(contextBits, literalPositionBits, positionBits);
  }

  void reset() {
    for (short[] each :
        new short[][] {
          isMatch,
          isRepeat,
          isRepeat0,
          isRepeat0Long,
          isRepeat1,
          isRepeat2,
          slots,
          special,
          align,
          literals
        }) Arrays.fill(each, LzmaRange.EVEN);
    matchLengths.reset();
    repeatLengths.reset();
    state = 0;
    distance0 = 0;
    distance1 = 0;
    distance2 = 0;
    distance3 = 0;
  }

  /// Unpacks so many bytes into the memory of the stream, and moves on how far it is filled also
  /// when it fails.
  void unpack(PackedInput input, int end, BlockStream stream, int count) {
    int to = stream.filled;
    int stop = to + count;
    byte[] out = stream.memory;
    try {
      range.begin(input, end);
      while (to < stop) {
        int position = to - stream.historyStart & positionMask;
        if (range.bit(isMatch, state * POSITIONS + position) == 0) {
          out[to] = literal(out, to, stream.historyStart);
          to++;
          continue;
        }
        int length = repetition(position);
        if (length > stop - to || distance0 < 0 || distance0 >= to - stream.historyStart) {
          throw range.damaged(
              "an LZMA repetition of %d bytes from %s back, %d bytes are left and %d were before"
                  .formatted(
                      length,
                      Integer.toUnsignedString(distance0),
                      stop - to,
                      to - stream.historyStart));
        }
        Copies.match(out, to, distance0 + 1, length);
        to += length;
      }
      range.checkEnd();
    } finally {
      stream.filled = to;
    }
  }

  private byte literal(byte[] out, int to, int start) {
    int before = to > start ? out[to - 1] & 0xff : 0;
    int context =
        ((to - start & literalPositionMask) << contextBits) + (before >>> 8 - contextBits);
    int base = LITERAL_PROBABILITIES * context;
    int symbol = 1;
    if (state >= LITERAL_STATES) {
      if (distance0 < 0 || distance0 >= to - start)
        throw range.damaged("an LZMA literal after a repetition from before the start");
      symbol = matched(base, out[to - distance0 - 1] & 0xff);
    }
    while (symbol < 0x100) symbol = symbol << 1 | range.bit(literals, base + symbol);
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    return (byte) symbol;
  }

  /// As long as the bits agree with those of the byte that would be repeated, they are expected so.
  private int matched(int base, int expected) {
    int symbol = 1;
    int left = expected;
    while (symbol < 0x100) {
      int expectedBit = left >>> 7 & 1;
      left <<= 1;
      int bit = range.bit(literals, base + (1 + expectedBit << 8) + symbol);
      symbol = symbol << 1 | bit;
      if (bit != expectedBit) break;
    }
    return symbol;
  }

  /// @return its length; its distance is left in [#distance0]
  private int repetition(int position) {
    if (range.bit(isRepeat, state) == 0) {
      distance3 = distance2;
      distance2 = distance1;
      distance1 = distance0;
      int length = matchLengths.next(range, position);
      state = state < LITERAL_STATES ? 7 : 10;
      distance0 = distance(Math.min(length, LENGTH_STATES - 1));
      return length + MIN_MATCH;
    }
    if (range.bit(isRepeat0, state) == 0) {
      if (range.bit(isRepeat0Long, state * POSITIONS + position) == 0) {
        state = state < LITERAL_STATES ? 9 : 11;
        return 1;
      }
    } else {
      recall();
    }
    int length = repeatLengths.next(range, position) + MIN_MATCH;
    state = state < LITERAL_STATES ? 8 : 11;
    return length;
  }

  private void recall() {
    int distance = distance1;
    if (range.bit(isRepeat1, state) != 0) {
      distance = distance2;
      if (range.bit(isRepeat2, state) != 0) {
        distance = distance3;
        distance3 = distance2;
      }
      distance2 = distance1;
    }
    distance1 = distance0;
    distance0 = distance;
  }

  private int distance(int lengthState) {
    int slot = range.tree(slots, lengthState * DISTANCE_SLOTS, 6);
    if (slot < FIRST_MODEL_SLOT) return slot;
    int bits = (slot >>> 1) - 1;
    int distance = (2 | slot & 1) << bits;
    if (slot < END_MODEL_SLOT) return distance + range.reverseTree(special, distance - slot, bits);
    distance += range.direct(bits - ALIGN_BITS) << ALIGN_BITS;
    return distance + range.reverseTree(align, 0, ALIGN_BITS);
  }
}
