package org.testigo.formats.compression;

import java.util.Arrays;

/// A table of Huffman codes of at most 11 bits. (RFC 8878, 4.2.)
///
/// An entry, found by the next 11 bits: bits 0-7 how many of them are the code, 8-15 the symbol.
/// Streams are read from their end back: the highest bit of the last byte only tells where they
/// begin. What is left of 64 bits lies at the top of a word, with a 1 behind it that tells how many
/// were used.
final class ZstdHuffman {
  private static final int MAX_BITS = 11;
  private static final int INDEX_SHIFT = 64 - MAX_BITS;
  private static final int JUMPS_BYTES = 6;

  private final char[] entries;

  private ZstdHuffman(char[] entries) {
    this.entries = entries;
  }

  /// A table, and where its description ended.
  record Described(ZstdHuffman table, int end) {}

  static Described read(ZstdInput packed, int from, int end) {
    var weights = ZstdWeights.read(packed, from, end);
    return new Described(of(packed, from, weights.values()), weights.end());
  }

  /// @param weights of the symbols from 0 on but for the last, whose weight completes the sum; a
  ///   code of weight w > 0 takes 2^(w-1) parts of the whole
  private static ZstdHuffman of(ZstdInput packed, int from, int[] weights) {
    int sum = 0;
    for (int weight : weights) {
      if (weight > MAX_BITS) throw tooLong(packed, from, weight);
      sum += 1 << weight >> 1;
    }
    int bits = 32 - Integer.numberOfLeadingZeros(sum);
    int left = (1 << bits) - sum;
    if (sum == 0 || bits > MAX_BITS) throw tooLong(packed, from, bits);
    if (Integer.bitCount(left) != 1)
      throw packed.damaged(from, "zstd Huffman weights leave %d of 2^%d".formatted(left, bits));
    int[] all = Arrays.copyOf(weights, weights.length + 1);
    all[weights.length] = 32 - Integer.numberOfLeadingZeros(left);
    return new ZstdHuffman(entries(all, bits));
  }

  private static RuntimeException tooLong(ZstdInput packed, int from, int bits) {
    return packed.damaged(
        from, "zstd Huffman codes of %d bits, expected 1 to %d".formatted(bits, MAX_BITS));
  }

  private static char[] entries(int[] weights, int bits) {
    var entries = new char[1 << MAX_BITS];
    int at = 0;
    for (int weight = 1; weight <= bits; weight++) {
      int length = (1 << (weight - 1)) << (MAX_BITS - bits);
      int codeBits = bits + 1 - weight;
      for (int symbol = 0; symbol < weights.length; symbol++) {
        if (weights[symbol] != weight) continue;
        Arrays.fill(entries, at, at + length, (char) (symbol << 8 | codeBits));
        at += length;
      }
    }
    return entries;
  }

  /// Four streams: the sizes of the first three (2 each), then the streams; each holds a quarter.
  void four(ZstdInput packed, int from, int end, byte[] out, int count) {
    packed.need(from, JUMPS_BYTES, "the sizes of the Huffman streams");
    int quarter = (count + 3) / 4;
    int lastCount = count - 3 * quarter;
    int start1 = from + JUMPS_BYTES;
    int start2 = start1 + jump(packed, from);
    int start3 = start2 + jump(packed, from + 2);
    int start4 = start3 + jump(packed, from + 4);
    if (start4 >= end || lastCount < 0) {
      throw packed.damaged(
          from,
          "%d literals in zstd Huffman streams that end at %d of %d"
              .formatted(count, start4 - from, end - from));
    }
    var one = new ZstdBits(packed, start1, start2);
    var two = new ZstdBits(packed, start2, start3);
    var three = new ZstdBits(packed, start3, start4);
    var four = new ZstdBits(packed, start4, end);
    int done = quads(one, two, three, four, out, quarter, lastCount & ~3);
    rest(one, out, done, quarter);
    rest(two, out, quarter + done, 2 * quarter);
    rest(three, out, 2 * quarter + done, 3 * quarter);
    rest(four, out, 3 * quarter + done, count);
  }

  private static int jump(ZstdInput packed, int at) {
    return (packed.bytes()[at] & 0xff) | (packed.bytes()[at + 1] & 0xff) << 8;
  }

  /// Four symbols of each of the four streams at a time, as long as all have so many.
  ///
  /// @return how many each gave
  private int quads(
      ZstdBits one,
      ZstdBits two,
      ZstdBits three,
      ZstdBits four,
      byte[] out,
      int quarter,
      int count) {
    byte[] in = one.bytes;
    char[] table = entries;
    int low = one.start;
    int at1 = one.at;
    int at2 = two.at;
    int at3 = three.at;
    int at4 = four.at;
    long word1 = one.word;
    long word2 = two.word;
    long word3 = three.word;
    long word4 = four.word;
    int done = 0;
    // No stream is read further back than where the first begins: what is missing is told by
    // rest().
    while (done < count && at1 >= low && at2 >= low && at3 >= low && at4 >= low) {
      int e1 = table[(int) (word1 >>> INDEX_SHIFT)];
      int e2 = table[(int) (word2 >>> INDEX_SHIFT)];
      int e3 = table[(int) (word3 >>> INDEX_SHIFT)];
      int e4 = table[(int) (word4 >>> INDEX_SHIFT)];
      word1 <<= e1;
      word2 <<= e2;
      word3 <<= e3;
      word4 <<= e4;
      int f1 = table[(int) (word1 >>> INDEX_SHIFT)];
      int f2 = table[(int) (word2 >>> INDEX_SHIFT)];
      int f3 = table[(int) (word3 >>> INDEX_SHIFT)];
      int f4 = table[(int) (word4 >>> INDEX_SHIFT)];
      word1 <<= f1;
      word2 <<= f2;
      word3 <<= f3;
      word4 <<= f4;
      int g1 = table[(int) (word1 >>> INDEX_SHIFT)];
      int g2 = table[(int) (word2 >>> INDEX_SHIFT)];
      int g3 = table[(int) (word3 >>> INDEX_SHIFT)];
      int g4 = table[(int) (word4 >>> INDEX_SHIFT)];
      word1 <<= g1;
      word2 <<= g2;
      word3 <<= g3;
      word4 <<= g4;
      int h1 = table[(int) (word1 >>> INDEX_SHIFT)];
      int h2 = table[(int) (word2 >>> INDEX_SHIFT)];
      int h3 = table[(int) (word3 >>> INDEX_SHIFT)];
      int h4 = table[(int) (word4 >>> INDEX_SHIFT)];
      word1 <<= h1;
      word2 <<= h2;
      word3 <<= h3;
      word4 <<= h4;
      PackedInput.INT.set(out, done, quad(e1, f1, g1, h1));
      PackedInput.INT.set(out, done + quarter, quad(e2, f2, g2, h2));
      PackedInput.INT.set(out, done + 2 * quarter, quad(e3, f3, g3, h3));
      PackedInput.INT.set(out, done + 3 * quarter, quad(e4, f4, g4, h4));
      int used1 = Long.numberOfTrailingZeros(word1);
      int used2 = Long.numberOfTrailingZeros(word2);
      int used3 = Long.numberOfTrailingZeros(word3);
      int used4 = Long.numberOfTrailingZeros(word4);
      at1 -= used1 >>> 3;
      at2 -= used2 >>> 3;
      at3 -= used3 >>> 3;
      at4 -= used4 >>> 3;
      word1 = ((long) PackedInput.LONG.get(in, at1) | 1) << (used1 & 7);
      word2 = ((long) PackedInput.LONG.get(in, at2) | 1) << (used2 & 7);
      word3 = ((long) PackedInput.LONG.get(in, at3) | 1) << (used3 & 7);
      word4 = ((long) PackedInput.LONG.get(in, at4) | 1) << (used4 & 7);
      done += 4;
    }
    one.moveTo(at1, word1);
    two.moveTo(at2, word2);
    three.moveTo(at3, word3);
    four.moveTo(at4, word4);
    return done;
  }

  private static int quad(int first, int second, int third, int fourth) {
    return first >>> 8 | (second & 0xff00) | (third & 0xff00) << 8 | fourth >>> 8 << 24;
  }

  /// One stream for all.
  void one(ZstdInput packed, int from, int end, byte[] out, int count) {
    rest(new ZstdBits(packed, from, end), out, 0, count);
  }

  /// Symbol by symbol up to the end of a stream, which must be used up by them.
  private void rest(ZstdBits bits, byte[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      int entry = entries[(int) (bits.word >>> INDEX_SHIFT)];
      out[i] = (byte) (entry >>> 8);
      bits.use(entry & 0xff);
      bits.checkNotBeyond();
    }
    bits.checkUsedUp();
  }
}
