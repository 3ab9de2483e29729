package org.testigo.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Device;
import org.testigo.model.EvidenceKind;
import org.testigo.model.Unreadable;

/// Something that was handed in and recognised, open for reading and never written to.
public interface Evidence extends AutoCloseable {

  /// The name under which it was handed in, without the folders above it.
  String name();

  EvidenceKind kind();

  Device device();

  /// Every file in it, each once: the ones that its content list names, the ones that lie there
  /// without being listed, and the ones that are listed and not there. In the order of their names
  /// as handed in.
  List<EvidenceFile> files();

  /// What could not be read of the content list itself; empty where it was read whole.
  List<Unreadable> listingFaults();

  /// Opens the content of a file, decrypted where the evidence is encrypted: page by page on
  /// demand, never on a disk.
  ///
  /// @throws MissingKeyException when its key is missing or does not fit
  /// @throws MalformedException when the file cannot be a file of this kind of evidence
  /// @throws java.io.UncheckedIOException when the medium does not give it
  ByteSource open(EvidenceFile file);

  /// Opens the bytes of a file as they were handed in, encrypted or not: what is hashed.
  ByteSource openRaw(EvidenceFile file);

  /// The size that the content list records of a file, before encryption; empty where no list does.
  /// It may be out of date by some bytes: what lies there counts.
  OptionalLong listedSizeBytes(EvidenceFile file);

  /// The bytes of the archive that was handed in; empty where a folder was. The caller closes it.
  default Optional<ByteSource> container() {
    return Optional.empty();
  }

  @Override
  void close();
}
