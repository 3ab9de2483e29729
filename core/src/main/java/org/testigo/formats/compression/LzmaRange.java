package org.testigo.formats.compression;

import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// The range decoder of LZMA over one chunk: bits by adaptive probabilities of 11 bits.
final class LzmaRange {
  /// A 0 is as likely as a 1.
  static final short EVEN = 1 << 10;

  private static final int TOP = 1 << 24;
  private static final int MODEL_BITS = 11;
  private static final int MOVE_BITS = 5;
  private static final int HEAD_BYTES = 5;

  private @Nullable PackedInput input;
  private byte[] bytes = {};
  private int at;
  private int end;
  private int range;
  private int code;

  void begin(PackedInput from, int until) {
    input = from;
    bytes = from.bytes;
    at = from.position;
    end = until;
    if (end - at < HEAD_BYTES) throw damaged("an LZMA chunk of %d bytes".formatted(end - at));
    if (bytes[at] != 0) throw damaged("an LZMA chunk that does not begin with 0");
    code = Integer.reverseBytes((int) PackedInput.INT.get(bytes, at + 1));
    range = -1;
    at += HEAD_BYTES;
  }

  MalformedException damaged(String detail) {
    return new MalformedException(input == null ? -1 : input.offsetOf(at), detail);
  }

  void checkEnd() {
    normalise();
    if (at != end || code != 0)
      throw damaged("an LZMA chunk that ends %d bytes early or late".formatted(end - at));
  }

  private void normalise() {
    if (Integer.compareUnsigned(range, TOP) >= 0) return;
    if (at >= end) throw damaged("the LZMA chunk ends here, more bytes are wanted");
    range <<= 8;
    code = code << 8 | bytes[at++] & 0xff;
  }

  int bit(short[] probabilities, int index) {
    normalise();
    int probability = probabilities[index];
    int bound = (range >>> MODEL_BITS) * probability;
    if (Integer.compareUnsigned(code, bound) < 0) {
      range = bound;
      probabilities[index] = (short) (probability + ((1 << MODEL_BITS) - probability >> MOVE_BITS));
      return 0;
    }
    range -= bound;
    code -= bound;
    probabilities[index] = (short) (probability - (probability >> MOVE_BITS));
    return 1;
  }

  /// A number of so many bits, the highest first.
  int tree(short[] probabilities, int base, int bits) {
    int symbol = 1;
    for (int i = 0; i < bits; i++) symbol = symbol << 1 | bit(probabilities, base + symbol);
    return symbol - (1 << bits);
  }

  /// A number of so many bits, the lowest first.
  int reverseTree(short[] probabilities, int base, int bits) {
    int symbol = 1;
    int number = 0;
    for (int i = 0; i < bits; i++) {
      int bit = bit(probabilities, base + symbol);
      symbol = symbol << 1 | bit;
      number |= bit << i;
    }
    return number;
  }

  /// Bits of which both values are as likely.
  int direct(int bits) {
    int number = 0;
    for (int i = 0; i < bits; i++) {
      normalise();
      range >>>= 1;
      int bit = Integer.compareUnsigned(code, range) >= 0 ? 1 : 0;
      if (bit != 0) code -= range;
      number = number << 1 | bit;
    }
    return number;
  }
}
