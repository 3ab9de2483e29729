package org.testigo.examination;

import java.nio.charset.StandardCharsets;
import org.testigo.cases.Case;
import org.testigo.cases.Ledger;
import org.testigo.cases.LedgerEntry;
import org.testigo.evidence.Digests;
import org.testigo.evidence.Evidence;
import org.testigo.evidence.EvidenceFile;
import org.testigo.formats.bytes.ByteSource;

/// One digest for what was handed in, which a stranger makes again with `sha256sum`.
final class InputDigest {
  private InputDigest() {}

  /// Of an archive its own digest; of a folder the digest of the lines `digest, two spaces, name`
  /// of every hashed file, in the order of the names, as `sha256sum` prints them.
  static Case.Input of(Evidence evidence, Ledger ledger) {
    var container = evidence.container();
    if (container.isPresent()) {
      try (var bytes = container.get()) {
        return new Case.Input(
            evidence.name(), evidence.kind().word(), Digests.sha256(bytes), bytes.sizeBytes());
      }
    }
    long bytes = evidence.files().stream().mapToLong(EvidenceFile::sizeBytes).sum();
    return new Case.Input(evidence.name(), evidence.kind().word(), ofLines(ledger), bytes);
  }

  private static String ofLines(Ledger ledger) {
    var lines = new StringBuilder();
    for (LedgerEntry file : ledger.files()) {
      file.sha256()
          .ifPresent(
              digest -> lines.append(digest).append("  ").append(file.handedInAs()).append('\n'));
    }
    return Digests.sha256(ByteSource.of(lines.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
