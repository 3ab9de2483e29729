package org.testigo.formats.archives;

/// One entry of a zip, as its directory lists it.
///
/// @param name as it stands there; data, never a path
/// @param crc32 of the unpacked bytes
/// @param headerOffsetBytes of the local header in front of its data
public record ZipMember(
    String name,
    Type type,
    Method method,
    boolean isEncrypted,
    int crc32,
    long packedBytes,
    long sizeBytes,
    long headerOffsetBytes)
    implements ArchiveMember {

  @Override
  public boolean isFile() {
    return type == Type.FILE;
  }

  /// What it stands for.
  public enum Type {
    FILE,
    FOLDER,
    SYMBOLIC_LINK
  }

  /// How its bytes are packed.
  public enum Method {
    STORED,
    DEFLATED,
    /// Any other, which is not read.
    OTHER
  }
}
