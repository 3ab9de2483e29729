package org.testigo.scanning;

import java.util.Optional;
import org.testigo.model.Unreadable.Reason;

/// Whole lines of a file, and what ended them.
///
/// @param bytes each line with its line end; may be longer than what is used
/// @param length of the lines, from the start of the array
/// @param fault what was met behind the lines
@SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
record Block(byte[] bytes, int length, Optional<Fault> fault) {

  /// Something behind the lines that could not be read.
  ///
  /// @param isLine whether it is one line, behind which the next block goes on; else the file ends
  ///   here
  record Fault(Reason reason, String detail, boolean isLine) {}
}
