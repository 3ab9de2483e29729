package org.testigo.indicators;

import java.util.List;
import org.testigo.model.Text;

/// What became of one pack: what loaded, what was refused and why.
///
/// @param name the file name without folders
/// @param sha256 of the file, lower-case hex; empty where it could not be read
/// @param indicators how many loaded
/// @param refused every refused indicator, or the pack itself
public record PackReport(
    String name, String sha256, long indicators, boolean loaded, List<Refusal> refused) {
  public PackReport {
    refused = List.copyOf(refused);
  }

  /// Something that was not loaded.
  ///
  /// @param subject the indicator's id or value; empty for the pack as a whole
  public record Refusal(String subject, Text why) {}
}
