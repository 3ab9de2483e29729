package org.testigo.model;

/// A decision about what a program may use: camera, microphone, contacts, files.
///
/// @param service the thing that is guarded, as recorded, such as `kTCCServiceMicrophone`
/// @param client the program, a bundle id or a path
/// @param decision what was decided
/// @param reason who or what decided, as recorded; empty where the schema has none
public record PermissionGrant(String service, String client, Decision decision, String reason)
    implements Observable {

  /// The answer that is stored.
  public enum Decision {
    DENIED,
    UNKNOWN,
    ALLOWED,
    LIMITED
  }
}
