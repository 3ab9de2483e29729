package org.testigo.indicators.packs;

/// Reads one format of packs. Announces itself with `@AutoService(PackFormat.class)`.
public interface PackFormat {

  /// The name of the format, such as `STIX 2`.
  String name();

  /// Formats are asked in this order, lowest first; what recognises by content comes before what
  /// recognises by the look of lines.
  int order();

  /// Whether the file is of this format, judged by its first bytes and its name.
  boolean recognises(PackFile file);

  /// Gives every indicator of the file, and every one that it refuses with the reason.
  ///
  /// @throws PackRefusedException when the file as a whole cannot be read; what was taken from it
  ///   before does not count
  void read(PackFile file, PackSink sink);
}
