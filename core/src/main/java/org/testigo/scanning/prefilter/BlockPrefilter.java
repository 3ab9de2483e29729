package org.testigo.scanning.prefilter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testigo.model.scan.Prefilter;

/// Searches for many patterns at once by looking at four bytes in every few.
///
/// A pattern of n bytes covers n - 3 blocks of four bytes. So it is enough to look at one block in
/// every n - 3, at fixed places: one of them lies inside the pattern. A table that is indexed by a
/// hash of the block says at most places that no pattern has such a block; only where one may, the
/// patterns are compared in whole. No look depends on the one before it, so the processor makes
/// several at a time; a search that skips by what it saw last, as Wu and Manber do, cannot.
///
/// Immutable, for any number of threads.
final class BlockPrefilter implements Prefilter {
  static final int BLOCK_BYTES = 4;

  /// Longer steps gain nothing: the memory is read in whole lines anyhow.
  private static final int MAX_STEP = 8;

  private static final int UNROLLED = 4;

  /// Table entries per block that is in it, at least; the table stays in the fastest cache for the
  /// usual number of fingerprints.
  private static final int ENTRIES_PER_BLOCK = 128;

  private static final int MIN_TABLE_BITS = 14;
  private static final int MAX_TABLE_BITS = 20;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /// Knuth's multiplier: 2 to the 32 divided by the golden ratio.
  private static final int MULTIPLIER = 0x9e37_79b1;

  private final int step;
  private final int shift;
  private final byte[] table;
  private final Map<Integer, List<Place>> places = new HashMap<>();

  /// A block of a pattern.
  private record Place(Pattern pattern, int offset) {}

  /// @param patterns each at least one block long
  BlockPrefilter(List<Pattern> patterns) {
    int shortest = patterns.stream().mapToInt(Pattern::length).min().orElseThrow();
    step = Math.min(MAX_STEP, shortest - BLOCK_BYTES + 1);
    if (step < 1) throw new IllegalArgumentException("a pattern of " + shortest + " bytes");
    patterns.stream().distinct().forEach(this::add);
    long wanted = (long) places.size() * ENTRIES_PER_BLOCK;
    int bits = 64 - Long.numberOfLeadingZeros(wanted - 1);
    bits = Math.clamp(bits, MIN_TABLE_BITS, MAX_TABLE_BITS);
    shift = 32 - bits;
    table = new byte[1 << bits];
    places.keySet().forEach(block -> table[block * MULTIPLIER >>> shift] = 1);
  }

  /// The end of a pattern is what tells it from others: beginnings such as `HTTP/1.1` are common.
  private void add(Pattern pattern) {
    int first = pattern.length() - BLOCK_BYTES - step + 1;
    for (int offset = first; offset < first + step; offset++) {
      var place = new Place(pattern, offset);
      for (int block : pattern.blocks(offset))
        places.computeIfAbsent(block, b -> new ArrayList<>()).add(place);
    }
  }

  static int block(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  @Override
  public int next(byte[] bytes, int from, int to) {
    byte[] marks = table;
    int right = shift;
    int stride = step;
    int at = from;
    int lastUnrolled = to - BLOCK_BYTES - (UNROLLED - 1) * stride;
    for (; at <= lastUnrolled; at += UNROLLED * stride) {
      int marked =
          marks[(int) INT.get(bytes, at) * MULTIPLIER >>> right]
              | marks[(int) INT.get(bytes, at + stride) * MULTIPLIER >>> right]
              | marks[(int) INT.get(bytes, at + 2 * stride) * MULTIPLIER >>> right]
              | marks[(int) INT.get(bytes, at + 3 * stride) * MULTIPLIER >>> right];
      if (marked == 0) continue;
      int found = nextOneByOne(bytes, at, from, at + UNROLLED * stride, to);
      if (found >= 0) return found;
    }
    return nextOneByOne(bytes, at, from, to - BLOCK_BYTES + 1, to);
  }

  /// @param end behind the last place to look at
  private int nextOneByOne(byte[] bytes, int first, int from, int end, int to) {
    for (int at = first; at < end; at += step) {
      int block = (int) INT.get(bytes, at);
      if (table[block * MULTIPLIER >>> shift] == 0) continue;
      int found = begin(bytes, at, block, from, to);
      if (found >= 0) return found;
    }
    return -1;
  }

  /// Where the pattern begins that has this block here; -1 where none does.
  private int begin(byte[] bytes, int at, int block, int from, int to) {
    var candidates = places.get(block);
    if (candidates == null) return -1;
    for (Place place : candidates) {
      int begin = at - place.offset();
      if (begin >= from
          && begin + place.pattern().length() <= to
          && place.pattern().standsAt(bytes, begin, from)) return begin;
    }
    return -1;
  }
}
