package org.testigo.formats.archives;

/// One member of a tar.
///
/// @param name as it stands there; data, never a path
/// @param offsetBytes of its bytes, from the start of the tar
/// @param sizeBytes of what is there of it
/// @param isCut whether the tar ends before it does
public record TarMember(String name, Type type, long offsetBytes, long sizeBytes, boolean isCut)
    implements ArchiveMember {

  @Override
  public boolean isFile() {
    return type == Type.FILE;
  }

  /// What it stands for.
  public enum Type {
    FILE,
    FOLDER,
    /// A symbolic or hard link.
    LINK,
    /// A device, a pipe, or a file whose holes are left out.
    OTHER
  }
}
