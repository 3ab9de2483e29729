package org.testigo.artifacts;

import java.util.List;
import org.testigo.evidence.EvidenceFile;
import org.testigo.formats.bytes.ByteSource;

/// The other files that the same artifact reads in the same evidence, for what is told in one file
/// and needed in another. Each of them is parsed by itself, too, and its damage is told there.
public interface Neighbours {

  /// In the order in which they are parsed, without the file itself.
  List<EvidenceFile> files();

  /// The caller closes it.
  ByteSource open(EvidenceFile file);

  /// A file that lies alone.
  Neighbours NONE =
      new Neighbours() {
        @Override
        public List<EvidenceFile> files() {
          return List.of();
        }

        @Override
        public ByteSource open(EvidenceFile file) {
          throw new IllegalArgumentException("no neighbour " + file.handedInAs());
        }
      };
}
