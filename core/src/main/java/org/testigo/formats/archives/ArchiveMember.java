package org.testigo.formats.archives;

/// What a reader of an archive asks of a member, whatever the archive.
public interface ArchiveMember {

  /// As it stands there; data, never a path.
  String name();

  /// Whether it is a file whose bytes can be read.
  boolean isFile();

  /// Unpacked.
  long sizeBytes();
}
