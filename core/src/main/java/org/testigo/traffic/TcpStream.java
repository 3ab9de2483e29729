package org.testigo.traffic;

import java.util.Arrays;

/// The beginning of what one side of a TCP connection sends, put together from its segments:
/// repeated, overlapping and out of order. Of bytes that come twice the first are kept.
///
/// Bytes can be consumed from the front, so that messages that follow each other can be read with
/// little memory.
final class TcpStream {
  /// What is put together at most, not consumed.
  static final int MOST_BYTES = 32 << 10;

  private static final int MOST_PIECES = 32;
  private static final int TELLING_PIECES = 8;
  private static final byte[] EMPTY = new byte[0];

  private boolean isBegun;
  private int base;
  private byte[] bytes = EMPTY;
  private int size;

  /// Pieces behind a hole: from and to, relative to [#base], in the order of arrival.
  private int[] pieces = new int[0];

  private int pieceCount;
  private final int mostBytes;

  TcpStream() {
    this(MOST_BYTES);
  }

  TcpStream(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  boolean isBegun() {
    return isBegun;
  }

  /// @param sequence number of the first byte
  void begin(int sequence) {
    isBegun = true;
    base = sequence;
    size = pieceCount = 0;
  }

  /// Forgets all bytes; the next segment has to begin anew.
  void drop() {
    isBegun = false;
    bytes = EMPTY;
    size = pieceCount = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /// How many bytes are there without a hole.
  int size() {
    return size;
  }

  /// Whether bytes behind a hole are waiting.
  boolean hasHole() {
    return pieceCount > 0;
  }

  /// Whether so many pieces wait behind a hole that what belongs into it was probably lost.
  boolean isMessy() {
    return pieceCount >= TELLING_PIECES;
  }

  /// Whether no more bytes can be taken.
  boolean isFull() {
    return size >= mostBytes;
  }

  /// The sequence number behind the last byte without a hole.
  int next() {
    return base + size;
  }

  /// Takes a segment.
  ///
  /// @return whether there are more bytes without a hole than before
  boolean add(int sequence, byte[] from, int offset, int length) {
    int at = sequence - base;
    int end = (int) Math.min((long) at + length, mostBytes);
    if (end <= size || at > mostBytes || (at < 0 && length + at <= 0)) return false;
    int start = Math.max(at, size);
    if (end > bytes.length)
      bytes = Arrays.copyOf(bytes, Math.min(mostBytes, Math.max(end, bytes.length * 2)));
    copy(from, offset - at, start, end);
    if (at > size) {
      keep(at, end);
      return false;
    }
    size = end;
    closeHoles();
    return true;
  }

  /// Copies what no piece holds yet.
  private void copy(byte[] from, int shift, int start, int end) {
    int at = start;
    while (at < end) {
      int stop = end;
      int next = end;
      for (int i = 0; i < pieceCount; i++) {
        boolean holdsAt = pieces[2 * i] <= at && at < pieces[2 * i + 1];
        if (holdsAt) {
          stop = at;
          next = Math.min(end, pieces[2 * i + 1]);
          break;
        }
        if (pieces[2 * i] > at && pieces[2 * i] < stop) stop = next = pieces[2 * i];
      }
      if (stop > at) System.arraycopy(from, shift + at, bytes, at, stop - at);
      at = next;
    }
  }

  private void keep(int from, int to) {
    if (pieceCount == MOST_PIECES) return;
    if (pieces.length < 2 * pieceCount + 2)
      pieces = Arrays.copyOf(pieces, Math.max(8, pieces.length * 2));
    pieces[2 * pieceCount] = from;
    pieces[2 * pieceCount + 1] = to;
    pieceCount++;
  }

  private void closeHoles() {
    boolean hasGrown = true;
    while (hasGrown) {
      hasGrown = false;
      for (int i = 0; i < pieceCount; i++) {
        if (pieces[2 * i] > size) continue;
        if (pieces[2 * i + 1] > size) size = pieces[2 * i + 1];
        pieceCount--;
        pieces[2 * i] = pieces[2 * pieceCount];
        pieces[2 * i + 1] = pieces[2 * pieceCount + 1];
        hasGrown = true;
        break;
      }
    }
  }

  /// Takes bytes away from the front.
  void consume(int count) {
    int end = size;
    for (int i = 0; i < pieceCount; i++) end = Math.max(end, pieces[2 * i + 1]);
    System.arraycopy(bytes, count, bytes, 0, end - count);
    base += count;
    size -= count;
    for (int i = 0; i < 2 * pieceCount; i++) pieces[i] -= count;
  }
}
