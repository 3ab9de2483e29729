package org.testigo.samples.formats;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The pages of a database on their way out. Pages only go to the end, but for the first, which is
/// known last.
final class PageFile implements Closeable {
  static final int PAGE_BYTES = 4096;

  /// SQLite locks at this offset and never uses the page that holds it.
  private static final long LOCK_BYTE_OFFSET = 1L << 30;

  private final @Nullable Path path;
  private final OutputStream out;
  private int pages = 1;

  private PageFile(@Nullable Path path, OutputStream out) throws IOException {
    this.path = path;
    this.out = out;
    out.write(new byte[PAGE_BYTES]);
  }

  static PageFile at(Path path) throws IOException {
    return new PageFile(path, new BufferedOutputStream(Files.newOutputStream(path), 1 << 18));
  }

  static PageFile inMemory() throws IOException {
    return new PageFile(null, new ByteArrayOutputStream());
  }

  /// How many pages there are, which is also the number of the last one.
  int pages() {
    return pages;
  }

  /// Writes a page behind the others and gives its number.
  int append(byte[] page) throws IOException {
    if ((long) pages * PAGE_BYTES == LOCK_BYTE_OFFSET)
      throw new IllegalStateException("a database of 1 GiB and more is beyond this writer");
    out.write(page, 0, PAGE_BYTES);
    return ++pages;
  }

  /// Writes the bytes from an offset on into a chain of overflow pages; gives the number of the
  /// first.
  int appendChain(byte[] payload, int from) throws IOException {
    int first = pages + 1;
    for (int at = from; at < payload.length; at += PAGE_BYTES - 4) {
      byte[] page = new byte[PAGE_BYTES];
      int length = Math.min(PAGE_BYTES - 4, payload.length - at);
      if (at + length < payload.length) PageBuilder.putInt(page, 0, pages + 2);
      System.arraycopy(payload, at, page, 4, length);
      append(page);
    }
    return first;
  }

  /// Puts the first page in its place and closes; gives the whole where it lies in memory.
  byte[] finish(byte[] firstPage) throws IOException {
    out.close();
    if (path == null) {
      byte[] all = ((ByteArrayOutputStream) out).toByteArray();
      System.arraycopy(firstPage, 0, all, 0, PAGE_BYTES);
      return all;
    }
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(firstPage, 0, PAGE_BYTES);
    }
    return new byte[0];
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
