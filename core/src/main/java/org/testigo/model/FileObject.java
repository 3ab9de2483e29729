package org.testigo.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A file on the device, as a list of files records it.
///
/// @param path as recorded, with `/` between the parts
/// @param domain the backup domain that the path is relative to; empty for an absolute path
/// @param mode the POSIX mode with the type bits
public record FileObject(
    String path,
    Optional<String> domain,
    OptionalLong sizeBytes,
    OptionalInt mode,
    OptionalLong userId,
    Hashes hashes)
    implements Observable {

  /// The last part of the path.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
