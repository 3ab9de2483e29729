package org.testigo.artifacts;

/// Reads one kind of file. Announces itself with `@AutoService(Artifact.class)`.
public interface Artifact {

  ArtifactSpec spec();

  /// Gives every reading of the file, in file order, as it goes.
  ///
  /// What it gave before it threw is kept; the runner turns the exception into an unreadable.
  ///
  /// @throws MalformedException when the file does not follow its format
  /// @throws UnsupportedLayoutException when it has a version or layout that the parser does not
  ///   know
  /// @throws LimitHitException when the budget is spent
  /// @throws MissingKeyException when it cannot be decrypted
  void parse(ArtifactFile file, Readings readings);
}
