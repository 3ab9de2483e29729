package org.testigo.model;

import java.util.Locale;

/// The limits that keep hostile evidence from taking the examiner's machine. All but time count
/// work, so that two equal runs end alike.
public enum Limit {
  /// Pages of a database.
  PAGES,
  /// Rows of a database or lines of a text.
  ROWS,
  /// Nodes of a document: values of a property list, elements, frames.
  NODES,
  /// Bytes read or unpacked.
  BYTES,
  /// Nesting of a document.
  DEPTH,
  /// Steps of a pattern over one value.
  STEPS,
  /// Entries of an archive or folder.
  ENTRIES,
  /// Rounds of deriving a key from a password.
  ITERATIONS,
  /// The last guard; its use is flagged, since it may end two equal runs differently.
  TIME;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
