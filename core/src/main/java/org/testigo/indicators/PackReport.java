package org.testigo.indicators;

import java.util.List;
import org.testigo.model.Text;

/// What became of one pack: what loaded, what was refused and why.
///
/// @param name the file name without folders
/// @param sha256 of the file, lower-case hex; empty where it could not be read
/// @param indicators how many loaded: each value of each type once, and each pattern
/// @param loaded whether the pack as a whole could be read and holds at least one indicator
/// @param beside whether the file is no pack but lay beside packs in a folder, such as a README: it
///   is named, and it is no gap
/// @param types how many loaded of each type, in the order of the type's name
/// @param refused every refused indicator, or the pack itself; of more than [#MAX_REFUSALS] the
///   first ones and how many more there are
public record PackReport(
    String name,
    String sha256,
    long indicators,
    boolean loaded,
    boolean beside,
    List<TypeCount> types,
    List<Refusal> refused) {
  /// More refusals than this are counted, not listed.
  public static final int MAX_REFUSALS = 1_000;

  public PackReport {
    types = List.copyOf(types);
    refused = List.copyOf(refused);
    if (loaded && beside) throw new IllegalArgumentException(name + " is loaded, and no pack");
  }

  /// The same for a file that somebody named as a pack: that it is none is then a gap.
  PackReport asked() {
    return new PackReport(name, sha256, indicators, loaded, false, types, refused);
  }

  /// How many indicators of a type loaded.
  ///
  /// @param type the STIX object path, such as `domain-name:value`; `url:pattern` and its like for
  ///   patterns over urls that are more than values to look for
  public record TypeCount(String type, long count) {}

  /// Something that was not loaded.
  ///
  /// @param subject the indicator's id or value; empty for the pack as a whole
  public record Refusal(String subject, Text why) {}
}
