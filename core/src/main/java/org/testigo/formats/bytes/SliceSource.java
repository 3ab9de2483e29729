package org.testigo.formats.bytes;

import java.util.Optional;
import org.testigo.model.MalformedException;

/// A part of another source, such as a file that an archive holds as it is. Closing leaves the
/// other source open.
public final class SliceSource implements ByteSource {
  private final ByteSource whole;
  private final long offsetBytes;
  private final long sizeBytes;
  private final Optional<MalformedException> fault;

  /// @param fault what is wrong with the part as a whole
  /// @throws MalformedException when the other source does not hold it
  public SliceSource(
      ByteSource whole, long offsetBytes, long sizeBytes, Optional<MalformedException> fault) {
    boolean fits =
        offsetBytes >= 0 && sizeBytes >= 0 && sizeBytes <= whole.sizeBytes() - offsetBytes;
    if (!fits) {
      throw new MalformedException(
          offsetBytes,
          "a part of %d bytes, the whole ends at %d".formatted(sizeBytes, whole.sizeBytes()));
    }
    this.whole = whole;
    this.offsetBytes = offsetBytes;
    this.sizeBytes = sizeBytes;
    this.fault = fault;
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public void read(long offsetInPart, byte[] into, int from, int length) {
    require(offsetInPart, length);
    whole.read(offsetBytes + offsetInPart, into, from, length);
  }

  @Override
  public Optional<MalformedException> fault() {
    return fault;
  }

  @Override
  public void close() {}
}
