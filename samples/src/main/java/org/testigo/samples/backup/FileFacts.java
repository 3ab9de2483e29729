package org.testigo.samples.backup;

import java.time.Instant;

/// What the list of files says of a file beside its name.
///
/// @param mode POSIX permissions without the type bits
/// @param userId 501 is the person's, 0 is root
public record FileFacts(
    Instant birth, Instant lastModified, Instant lastStatusChange, int mode, int userId) {
  private static final int MOBILE = 501;

  /// The person's own file, not changed since.
  public static FileFacts since(Instant birth) {
    return changed(birth, birth);
  }

  public static FileFacts changed(Instant birth, Instant lastModified) {
    return new FileFacts(birth, lastModified, lastModified, 0644, MOBILE);
  }

  public FileFacts ownedByRoot() {
    return new FileFacts(birth, lastModified, lastStatusChange, mode, 0);
  }
}
