package org.testigo.scans;

import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;

/// A format that is read as a whole: a database, a document.
public non-sealed interface FileFormat extends ScanFormat {

  /// Gives what the file says, in its order.
  ///
  /// @param fileTime when the scan was made, from the file's name or the user
  /// @param unreadable parts that could not be read; reading goes on
  /// @return how many entries were met
  /// @throws org.testigo.model.MalformedException when nothing more can be read; what was given
  ///   before stays
  long read(
      ByteSource bytes,
      String file,
      Optional<ScanTime> fileTime,
      Budget budget,
      Consumer<ScanRecord> records,
      Consumer<Unreadable> unreadable);
}
