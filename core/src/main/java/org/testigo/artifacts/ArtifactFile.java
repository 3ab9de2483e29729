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
public record ArtifactFile(
    EvidenceFile file,
    ByteSource content,
    Optional<ByteSource> writeAheadLog,
    Optional<ByteSource> rollbackJournal,
    Device device,
    Budget budget) {}
