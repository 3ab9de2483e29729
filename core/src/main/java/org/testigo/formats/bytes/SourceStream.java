package org.testigo.formats.bytes;

import java.io.InputStream;

/// The bytes of a source from its start to its end. Closing leaves the source open.
public final class SourceStream extends InputStream {
  private final ByteSource source;
  private long position;

  public SourceStream(ByteSource source) {
    this.source = source;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (length == 0) return 0;
    long left = source.sizeBytes() - position;
    if (left == 0) return -1;
    int count = (int) Math.min(length, left);
    source.read(position, into, from, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, source.sizeBytes() - position);
  }
}
