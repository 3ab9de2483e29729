package org.testigo.artifacts;

import java.util.Optional;
import org.testigo.evidence.EvidenceFile;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.Device;

/// A file to parse, open for reading.
///
/// @param writeAheadLog the file of the same name with `-wal`, where there is one: it holds a
///   database's newest rows
/// @param rollbackJournal the file of the same name with `-journal`, where there is one
/// @param neighbours the other files that the same artifact reads
public record ArtifactFile(
    EvidenceFile file,
    ByteSource content,
    Optional<ByteSource> writeAheadLog,
    Optional<ByteSource> rollbackJournal,
    Device device,
    Budget budget,
    Neighbours neighbours) {

  /// A file whose artifact needs no other one.
  public ArtifactFile(
      EvidenceFile file,
      ByteSource content,
      Optional<ByteSource> writeAheadLog,
      Optional<ByteSource> rollbackJournal,
      Device device,
      Budget budget) {
    this(file, content, writeAheadLog, rollbackJournal, device, budget, Neighbours.NONE);
  }
}
