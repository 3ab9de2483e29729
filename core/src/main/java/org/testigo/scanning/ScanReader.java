package org.testigo.scanning;

import java.util.List;

/// Goes through the files of a scan: with the threads of this machine, or with many machines.
public interface ScanReader {

  /// Reads the first of the files, and as many more as it likes, as long as the taker goes on.
  ///
  /// @param ties what was found in earlier files; does not change before the taker is told that a
  ///   file ends
  /// @param files at least one
  /// @throws InterruptedException when the caller was interrupted
  void read(Pass pass, Ties ties, List<ScannedFile> files, Taker taker) throws InterruptedException;

  /// Takes what the files give, in their order.
  interface Taker {
    /// What the next part of the current file gave.
    void part(Part part);

    /// The current file could not be read, or not to its end.
    void refuse(String why);

    /// Ends the current file. False where the next one must be read anew, knowing more.
    boolean end();
  }
}
