package org.testigo.evidence;

/// One file of the evidence.
///
/// @param handedInAs its name relative to what was handed in, such as
///   `3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28` or `Info.plist`; data, never a path
/// @param domain the domain that its path is relative to, such as `HomeDomain`; empty for the
///   evidence's own files and for files that no list names
/// @param path its path on the device, or its name as handed in where no list names it
/// @param sizeBytes as it lies there; 0 where it is not there
/// @param isPresent whether it is there; a file that is listed and not there is a gap for whoever
///   needs it
public record EvidenceFile(
    String handedInAs, String domain, String path, long sizeBytes, boolean isPresent) {

  /// The name that readings and the ledger show, such as `HomeDomain/Library/SMS/sms.db`.
  public String shownName() {
    return domain.isEmpty() ? path : domain + "/" + path;
  }
}
