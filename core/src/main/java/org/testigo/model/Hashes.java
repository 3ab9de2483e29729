package org.testigo.model;

import java.util.Optional;

/// Digests of a file as the evidence records them, lower-case hex.
public record Hashes(Optional<String> md5, Optional<String> sha1, Optional<String> sha256) {
  public static final Hashes NONE =
      new Hashes(Optional.empty(), Optional.empty(), Optional.empty());
}
