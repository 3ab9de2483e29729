package org.testigo.cases;

import java.util.List;
import org.testigo.model.Text;

/// What became of one pack of indicators.
///
/// @param indicators how many loaded
/// @param loaded whether the pack as a whole could be read
public record PackEntry(
    String name, String sha256, long indicators, boolean loaded, List<Refusal> refused) {
  public PackEntry {
    refused = List.copyOf(refused);
  }

  /// Something that was not loaded.
  ///
  /// @param subject the indicator's id or value; empty for the pack as a whole
  public record Refusal(String subject, Text why) {}
}
