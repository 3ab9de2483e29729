package org.testigo.samples.large;

/// How much a generated backup holds.
///
/// @param redirects visits that were led on to another address; part of the visits
/// @param listed rows of the list of files, of which so many are files on disk
public record Scale(int messages, int visits, int redirects, int listed, int onDisk, int programs) {
  public Scale {
    if (onDisk > listed || redirects * 2 > visits)
      throw new IllegalArgumentException("a part is larger than the whole");
  }

  /// A phone of many years.
  public static final Scale FULL = new Scale(200_000, 300_000, 6_000, 150_000, 100_000, 12_000);

  /// All counts divided.
  public Scale dividedBy(int by) {
    return new Scale(
        messages / by, visits / by, redirects / by, listed / by, onDisk / by, programs / by);
  }
}
