package org.testigo.examination;

/// Hears how far an examination has come. Called from the reading thread, often: it has to be
/// quick.
public interface Progress {

  /// The files that will be read, before the first is.
  default void planned(long files, long bytes) {}

  /// A file is done, in whatever state.
  ///
  /// @param name as the ledger shows it
  default void fileDone(String name, long bytes) {}

  /// Says nothing to nobody.
  Progress SILENT = new Progress() {};
}
