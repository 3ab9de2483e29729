package org.testigo.scanning;

/// How many entries of scan data became what. An entry is a line, or an element of a document.
///
/// @param read all entries
/// @param decoded entries that were read in whole; the others were passed over, since nothing that
///   a rule asks for stands in them
/// @param refused entries that do not follow their format
/// @param untold faults that are counted here only, after many of the same part
public record Counts(long read, long decoded, long refused, long untold) {
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  public Counts plus(Counts more) {
    return new Counts(
        read + more.read, decoded + more.decoded, refused + more.refused, untold + more.untold);
  }
}
