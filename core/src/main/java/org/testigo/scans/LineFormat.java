package org.testigo.scans;

import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;

/// A format of one entry per line. The scan looks at raw lines first and asks only for those to be
/// decoded that may matter.
public non-sealed interface LineFormat extends ScanFormat {

  /// The cheap look at a line that is not decoded: whether it begins and ends as it should.
  ///
  /// @param to behind the last byte, without the line end
  boolean isFramed(byte[] bytes, int from, int to);

  /// Begins a file, or a part of one that starts later: a decoder keeps the header only, so that
  /// lines can be decoded in any order and by several threads with a decoder each.
  Decoder decoder(Beginning beginning);

  /// What a decoder may know beforehand.
  ///
  /// @param file the name as handed in
  /// @param firstLine the first line of the file, which may be its header
  /// @param fileTime when the scan was made, from the file's name or the user
  record Beginning(String file, Bytes firstLine, Optional<ScanTime> fileTime) {}

  /// Decodes lines.
  interface Decoder {
    /// Gives what a line says; nothing for a header or an empty answer.
    ///
    /// @param number of the line, counted from 1
    /// @throws org.testigo.model.MalformedException when the line does not follow the format; what
    ///   was given before stays
    void decode(byte[] bytes, int from, int to, long number, Consumer<ScanRecord> records);
  }
}
