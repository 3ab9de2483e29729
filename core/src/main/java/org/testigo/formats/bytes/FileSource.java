package org.testigo.formats.bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.testigo.model.MalformedException;

/// A file, opened read-only; never mapped, since a mapped file that shrinks ends the JVM.
public final class FileSource implements ByteSource {
  private final FileChannel channel;
  private final long sizeBytes;

  /// Opens the file; its length is taken once, now.
  public FileSource(Path path) throws IOException {
    this(FileChannel.open(path, StandardOpenOption.READ));
  }

  private FileSource(FileChannel channel) throws IOException {
    this.channel = channel;
    sizeBytes = channel.size();
  }

  /// Opens a file that lies in evidence: fails where a symbolic link is in its place.
  public static FileSource notFollowingLinks(Path path) throws IOException {
    return new FileSource(
        FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public void read(long offsetBytes, byte[] into, int from, int length) {
    require(offsetBytes, length);
    var buffer = ByteBuffer.wrap(into, from, length);
    try {
      while (buffer.hasRemaining()) {
        int count = channel.read(buffer, offsetBytes + buffer.position() - from);
        if (count < 0) throw shrank(offsetBytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MalformedException shrank(long offsetBytes) {
    return new MalformedException(
        offsetBytes, "the file is shorter than the %d bytes that it had".formatted(sizeBytes));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
