package org.testigo.formats.sqlite;

import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// The bytes of one cell's record: the part in its page, then a chain of overflow pages, each a
/// page number (0 at the end) and bytes. Used again for every cell.
final class Payload {
  /// The most that is taken into memory of one row.
  static final int MAX_BYTES = 64 << 20;

  private final Pages pages;
  private final int usableSize;
  private final int maxLocal;
  private final int minLocal;
  private final @Nullable PageSet visited;

  private byte[] data = new byte[0];
  private int from;
  private boolean isJoined;
  private int reached;
  private int sizeBytes;
  private long nextPage;
  private long pointerOffsetBytes;
  private byte[] joined = new byte[0];

  /// @param isTable whether the cells are those of a table with rowids
  /// @param visited the pages that no chain may lead to; null where single rows are looked up, each
  ///   bounded by its own size
  Payload(Storage storage, boolean isTable, @Nullable PageSet visited) {
    this.pages = storage.pages();
    this.usableSize = storage.usableSize();
    this.maxLocal = isTable ? usableSize - 35 : (usableSize - 12) * 64 / 255 - 23;
    this.minLocal = (usableSize - 12) * 32 / 255 - 23;
    this.visited = visited;
  }

  /// Takes the record that begins at `at`, after the varints of the cell.
  ///
  /// @param size as the cell states it
  /// @param cell where the cell begins, for exceptions
  void locate(TreePage page, int cell, int at, long size) {
    if (size < 0 || size > pages.count() * usableSize || size > Integer.MAX_VALUE) {
      throw new MalformedException(
          page.offsetBytes() + cell,
          "a record of %s bytes, expected at most the %d of the file"
              .formatted(Long.toUnsignedString(size), pages.count() * usableSize));
    }
    int local = local((int) size);
    int end = at + local + (local < size ? 4 : 0);
    if (end > page.limit()) {
      throw new MalformedException(
          page.offsetBytes() + cell,
          "a cell up to %d of page %d, expected to end by %d"
              .formatted(end, page.number(), page.limit()));
    }
    data = page.data();
    from = at;
    isJoined = false;
    reached = local;
    sizeBytes = (int) size;
    if (local < size) {
      nextPage = BigEndian.unsignedInt(data, at + local);
      pointerOffsetBytes = page.offsetBytes() + at + local;
    }
  }

  private int local(int size) {
    if (size <= maxLocal) return size;
    int local = minLocal + (size - minLocal) % (usableSize - 4);
    return local <= maxLocal ? local : minLocal;
  }

  int sizeBytes() {
    return sizeBytes;
  }

  /// The array with the bytes reached so far, valid until more are reached for.
  byte[] data() {
    return data;
  }

  /// Where the record begins in [#data()].
  int from() {
    return from;
  }

  /// How many bytes of the record lie there.
  int reached() {
    return reached;
  }

  /// Joins overflow pages until at least the wanted number of bytes, at most the record's, lie
  /// together.
  ///
  /// @throws MalformedException where the chain breaks; what came before it has been reached
  void reach(int wanted) {
    while (reached < wanted) follow();
  }

  private void follow() {
    long number = nextPage;
    if (visited != null) visited.refuseIfVisited(number, pointerOffsetBytes);
    byte[] page = pages.read(number, pointerOffsetBytes);
    if (visited != null) visited.add(number);
    int length = Math.min(usableSize - 4, sizeBytes - reached);
    int there = Math.clamp(page.length - 4, 0, length);
    makeRoom(reached + length);
    System.arraycopy(page, Math.min(4, page.length), data, reached, there);
    reached += there;
    if (there < length) {
      throw new MalformedException(
          pages.offsetBytes(number),
          "the file ends %d bytes into overflow page %d".formatted(page.length, number));
    }
    pointerOffsetBytes = pages.offsetBytes(number);
    nextPage = BigEndian.unsignedInt(page, 0);
  }

  /// The room grows with what is there, not with what a cell states.
  private void makeRoom(int wanted) {
    if (isJoined && joined.length >= wanted) return;
    byte[] old = data;
    if (joined.length < wanted) {
      joined = new byte[Math.max(wanted, Math.min(2 * wanted, MAX_BYTES))];
    }
    System.arraycopy(old, from, joined, 0, reached);
    data = joined;
    from = 0;
    isJoined = true;
  }
}
