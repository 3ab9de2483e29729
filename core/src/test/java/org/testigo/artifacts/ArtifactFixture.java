package org.testigo.artifacts;

import java.util.List;
import java.util.Optional;

/// Healthy made-up files of one artifact, made by code. Lies beside the artifact's test and
/// announces itself with `@AutoService(ArtifactFixture.class)`; every registered artifact must have
/// one.
public interface ArtifactFixture {

  /// Such as `ios.tcc`.
  String artifactId();

  /// At least one file for each layout that the parser tells apart.
  List<File> files();

  /// One file; nothing compares files, so an array does for their bytes.
  ///
  /// @param layout what is special about it, such as `auth_value`
  /// @param domain such as `HomeDomain`; empty for a file at the root of a backup
  @SuppressWarnings("ArrayRecordComponent")
  record File(
      String layout, String domain, String path, byte[] content, Optional<byte[]> writeAheadLog) {

    public static File of(String layout, String domain, String path, byte[] content) {
      return new File(layout, domain, path, content, Optional.empty());
    }

    public File with(byte[] otherContent) {
      return new File(layout, domain, path, otherContent, writeAheadLog);
    }

    @Override
    public String toString() {
      return layout;
    }
  }
}
