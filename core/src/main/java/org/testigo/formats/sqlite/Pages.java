package org.testigo.formats.sqlite;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// The pages of a database as they stand after its log or journal, with a cache of fixed size.
///
/// An array that was given out is never written again, so that a scan may hold its pages while
/// others are read.
final class Pages {
  /// What the cache may hold.
  private static final int CACHE_BYTES = 4 << 20;

  /// The most that is read at once where pages are read in order: small enough for sources that
  /// decrypt.
  private static final int READ_AHEAD_BYTES = 32 << 10;

  /// Pages passed over that still count as reading in order.
  private static final int MAX_GAP_PAGES = 4;

  /// Each page has this many places in the cache; the least recently used of them is given up.
  private static final int WAYS = 4;

  private static final long LOCK_BYTE_OFFSET_BYTES = 1L << 30;

  private final ByteSource main;
  private final List<Layer> layers;
  private final Budget budget;
  private final int pageSize;
  private final long count;
  private final int mask;
  private final int[] cachedNumbers;
  private final byte[][] cached;
  private final byte[] ahead;
  private long nextInOrder;
  private int runLength = 1;

  /// @param layers the topmost first
  /// @param count the pages that may be asked for
  Pages(ByteSource main, List<Layer> layers, int pageSize, long count, Budget budget) {
    this.main = main;
    this.layers = List.copyOf(layers);
    this.budget = budget;
    this.pageSize = pageSize;
    this.count = Math.min(count, Integer.MAX_VALUE);
    long wanted = Math.min(CACHE_BYTES / pageSize, Math.max(this.count, WAYS * 4));
    int sets = Integer.highestOneBit((int) wanted) / WAYS;
    this.mask = sets - 1;
    this.cachedNumbers = new int[sets * WAYS];
    this.cached = new byte[sets * WAYS][];
    this.ahead = new byte[Math.max(READ_AHEAD_BYTES, pageSize)];
  }

  int pageSize() {
    return pageSize;
  }

  long count() {
    return count;
  }

  /// Where the page lies in the database file.
  long offsetBytes(long number) {
    return (number - 1) * pageSize;
  }

  /// The page; shorter than a page where the file ends inside it. Not to be written to.
  ///
  /// @param pointerOffsetBytes of what names the page, for the exception
  byte[] read(long number, long pointerOffsetBytes) {
    budget.spendPage();
    if (number < 1 || number > count) {
      throw new MalformedException(
          pointerOffsetBytes, "page number %d, expected 1 to %d".formatted(number, count));
    }
    int page = (int) number;
    byte[] hit = lookUp(page);
    return hit != null ? hit : load(page);
  }

  private byte @Nullable [] lookUp(int page) {
    int first = (page & mask) * WAYS;
    for (int i = first; i < first + WAYS; i++) {
      if (cachedNumbers[i] != page) continue;
      byte[] data = cached[i];
      if (i > first) store(page, data, first, i);
      return data;
    }
    return null;
  }

  /// Puts the page at the head of its places, moving those before `last` down.
  private void store(int page, byte[] data, int first, int last) {
    for (int i = last; i > first; i--) {
      cachedNumbers[i] = cachedNumbers[i - 1];
      cached[i] = cached[i - 1];
    }
    cachedNumbers[first] = page;
    cached[first] = data;
  }

  private byte[] keep(int page, byte[] data) {
    int first = (page & mask) * WAYS;
    store(page, data, first, first + WAYS - 1);
    return data;
  }

  private byte[] load(int page) {
    for (Layer layer : layers) {
      long offsetBytes = layer.offsets().get(page);
      if (offsetBytes >= 0) return keep(page, copy(layer.source(), offsetBytes, pageSize));
    }
    long offsetBytes = offsetBytes(page);
    if (offsetBytes == LOCK_BYTE_OFFSET_BYTES) {
      throw new MalformedException(
          offsetBytes, "page %d is the lock-byte page, which holds no data".formatted(page));
    }
    long leftBytes = main.sizeBytes() - offsetBytes;
    if (leftBytes <= 0) {
      throw new MalformedException(
          offsetBytes, "page %d is missing: the file ends at %d".formatted(page, main.sizeBytes()));
    }
    if (leftBytes < pageSize) return copy(main, offsetBytes, (int) leftBytes);
    return loadRun(page, offsetBytes, leftBytes);
  }

  /// Reads ever more pages at once for as long as they are asked for in order.
  private byte[] loadRun(int page, long offsetBytes, long leftBytes) {
    long gap = page - nextInOrder;
    boolean inOrder = gap >= 0 && gap <= MAX_GAP_PAGES;
    runLength = inOrder ? Math.min(runLength * 2, ahead.length / pageSize) : 1;
    int length = (int) Math.min(runLength, leftBytes / pageSize);
    nextInOrder = (long) page + length;
    if (length == 1) return keep(page, copy(main, offsetBytes, pageSize));
    budget.spendBytes((long) length * pageSize);
    try {
      main.read(offsetBytes, ahead, 0, length * pageSize);
    } catch (MalformedException e) {
      // Some of the pages ahead cannot be read; whether the wanted one can, it shows alone.
      return keep(page, copy(main, offsetBytes, pageSize));
    }
    for (int i = length - 1; i > 0; i--) keepUnlessNewer(page + i, i * pageSize);
    return keep(page, Arrays.copyOfRange(ahead, 0, pageSize));
  }

  private void keepUnlessNewer(int page, int from) {
    for (Layer layer : layers) {
      if (layer.offsets().contains(page)) return;
    }
    if (lookUp(page) == null) {
      keep(page, Arrays.copyOfRange(ahead, from, from + pageSize));
    }
  }

  private byte[] copy(ByteSource source, long offsetBytes, int lengthBytes) {
    budget.spendBytes(lengthBytes);
    byte[] data = new byte[lengthBytes];
    source.read(offsetBytes, data, 0, lengthBytes);
    return data;
  }
}
