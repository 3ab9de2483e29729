package org.testigo.evidence;

import java.util.List;
import java.util.Optional;
import org.testigo.formats.bytes.ByteSource;

/// What holds the files that were handed in: a folder or an archive. Names are data: they are
/// compared and shown, never made into paths.
interface Container extends AutoCloseable {

  /// The files, each once, in the order of their names. What is no file, such as a folder or a
  /// symbolic link, is not among them.
  List<Member> members();

  /// What lies there and is not read, such as a symbolic link, or damage of the container itself.
  Faults faults();

  /// Opens the member at this index of [#members()]. The caller closes it.
  ByteSource open(int index);

  /// The first bytes of the member at this index, without unpacking the rest; fewer where it ends
  /// before.
  byte[] start(int index, int length);

  /// The bytes of the archive; empty for a folder. The caller closes it.
  Optional<ByteSource> bytes();

  @Override
  void close();

  /// A file.
  ///
  /// @param name relative to the container, parts separated by `/`
  record Member(String name, long sizeBytes) {}
}
