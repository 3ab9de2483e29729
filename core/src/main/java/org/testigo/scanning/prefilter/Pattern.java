package org.testigo.scanning.prefilter;

/// Something that is searched for: as many bytes as [#length()], each of which may have several
/// values.
interface Pattern {

  /// How many bytes it has.
  int length();

  /// The values that four bytes from an offset on may have, least significant byte first.
  int[] blocks(int offset);

  /// Whether it begins at a place; there are at least [#length()] bytes from there on.
  ///
  /// @param from the first byte that may be looked at; a look backward ends there
  boolean standsAt(byte[] bytes, int at, int from);
}
