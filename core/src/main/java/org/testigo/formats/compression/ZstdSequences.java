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
  private static final String WHAT = "the sequences";

  private @Nullable ZstdFse lengths;
  private @Nullable ZstdFse offsets;
  private @Nullable ZstdFse matches;
  private final int[] recent = new int[3];
  private int tablesEnd;

  /// Up to where memory is filled, also after damage.
  int filled;

  void beginFrame() {
    lengths = null;
    offsets = null;
    matches = null;
    recent[0] = 1;
    recent[1] = 4;
    recent[2] = 8;
  }

  /// Weaves literals and repetitions into memory from [#filled] on.
  ///
  /// @return where it ended
  int weave(ZstdInput packed, int at, ZstdLiterals literals, byte[] memory, int from, int limit) {
    int first = packed.number8(at, WHAT);
    int headBytes = first < 128 ? 1 : first < 255 ? 2 : 3;
    packed.need(at, headBytes, WHAT);
    int count = count(packed.bytes(), at, first);
    int used = 0;
    if (count > 0) {
      var bits = bits(packed, at + headBytes);
      used = repetitions(packed, bits, count, literals, memory, from, limit);
      bits.checkUsedUp();
    } else if (at + headBytes != packed.end()) {
      throw packed.damaged(
          at + headBytes, "%d bytes behind no sequences".formatted(packed.end() - at - headBytes));
    }
    int rest = literals.count - used;
    if (rest > limit - filled) throw tooLong(packed, rest);
    System.arraycopy(literals.bytes, literals.from + used, memory, filled, rest);
    filled += rest;
    return filled;
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

  /// @return how many literals were used
  private int repetitions(
      ZstdInput packed,
      ZstdBits bits,
      int count,
      ZstdLiterals literals,
      byte[] memory,
      int from,
      int limit) {
    long[] lengthTable = Objects.requireNonNull(lengths).entries;
    long[] offsetTable = Objects.requireNonNull(offsets).entries;
    long[] matchTable = Objects.requireNonNull(matches).entries;
    long length = lengthTable[bits.take(lengths.log)];
    long offset = offsetTable[bits.take(offsets.log)];
    long match = matchTable[bits.take(matches.log)];
    byte[] in = bits.bytes;
    byte[] source = literals.bytes;
    int literalAt = literals.from;
    int literalEnd = literals.from + literals.count;
    int start = bits.start;
    int at = bits.at;
    long word = bits.word;
    int to = filled;
    int recent1 = recent[0];
    int recent2 = recent[1];
    int recent3 = recent[2];
    for (int i = 0; i < count; i++) {
      int offsetBits = ZstdFse.addedBits(offset);
      int matchBits = ZstdFse.addedBits(match);
      int lengthBits = ZstdFse.addedBits(length);
      // Shifted in two steps, since a shift by 64 is one by 0.
      int value = ZstdFse.value(offset) + (int) (word >>> 1 >>> (63 - offsetBits));
      word <<= offsetBits;
      // A word has 56 bits at least; the next states take up to 26 of them.
      if (offsetBits + matchBits + lengthBits > 30) {
        int used = Long.numberOfTrailingZeros(word);
        at -= used >>> 3;
        if (at < start - 8) throw beyond(packed, to);
        word = ((long) PackedInput.LONG.get(in, at) | 1) << (used & 7);
      }
      int matchLength = ZstdFse.value(match) + (int) (word >>> 1 >>> (63 - matchBits));
      word <<= matchBits;
      int literalLength = ZstdFse.value(length) + (int) (word >>> 1 >>> (63 - lengthBits));
      word <<= lengthBits;
      if (matchBits + lengthBits > 30) {
        int used = Long.numberOfTrailingZeros(word);
        at -= used >>> 3;
        if (at < start - 8) throw beyond(packed, to);
        word = ((long) PackedInput.LONG.get(in, at) | 1) << (used & 7);
      }
      if (offsetBits > 1) {
        value -= 3;
        recent3 = recent2;
        recent2 = recent1;
        recent1 = value;
      } else {
        int which = value + (literalLength == 0 ? 1 : 0);
        if (which == 1) {
          value = recent1;
        } else if (which == 2) {
          value = recent2;
          recent2 = recent1;
          recent1 = value;
        } else {
          value = which == 3 ? recent3 : recent1 - 1;
          recent3 = recent2;
          recent2 = recent1;
          recent1 = value;
        }
      }
      if (literalLength > literalEnd - literalAt || literalLength + matchLength > limit - to)
        throw tooLong(packed, literalLength + matchLength, to);
      Copies.literals(source, literalAt, memory, to, literalLength);
      literalAt += literalLength;
      to += literalLength;
      if (value <= 0 || value > to - from) throw tooFar(packed, value, to, from);
      Copies.match(memory, to, value, matchLength);
      to += matchLength;
      if (i == count - 1) break;
      int lengthStateBits = ZstdFse.stateBits(length);
      int matchStateBits = ZstdFse.stateBits(match);
      int offsetStateBits = ZstdFse.stateBits(offset);
      int lengthState = ZstdFse.nextState(length) + (int) (word >>> 1 >>> (63 - lengthStateBits));
      word <<= lengthStateBits;
      int matchState = ZstdFse.nextState(match) + (int) (word >>> 1 >>> (63 - matchStateBits));
      word <<= matchStateBits;
      int offsetState = ZstdFse.nextState(offset) + (int) (word >>> 1 >>> (63 - offsetStateBits));
      word <<= offsetStateBits;
      length = lengthTable[lengthState];
      match = matchTable[matchState];
      offset = offsetTable[offsetState];
      int used = Long.numberOfTrailingZeros(word);
      at -= used >>> 3;
      if (at < start - 8) throw beyond(packed, to);
      word = ((long) PackedInput.LONG.get(in, at) | 1) << (used & 7);
    }
    recent[0] = recent1;
    recent[1] = recent2;
    recent[2] = recent3;
    filled = to;
    bits.moveTo(at, word);
    return literalAt - literals.from;
  }

  private RuntimeException beyond(ZstdInput packed, int to) {
    filled = to;
    return packed.damaged(packed.end(), "the bits of the zstd sequences before here end too early");
  }

  private RuntimeException tooLong(ZstdInput packed, int count, int to) {
    filled = to;
    return tooLong(packed, count);
  }

  private static RuntimeException tooLong(ZstdInput packed, int count) {
    return packed.damaged(
        packed.end(),
        "the zstd block before here wants %d bytes more than its literals or the block can have"
            .formatted(count));
  }

  private RuntimeException tooFar(ZstdInput packed, int distance, int to, int from) {
    filled = to;
    return packed.damaged(
        packed.end(),
        "a zstd repetition %s bytes back in the block before here, expected 1 to %d"
            .formatted(Integer.toUnsignedString(distance), to - from));
  }
}
