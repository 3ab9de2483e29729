package org.testigo.reports.atlas;

import java.util.List;

/// How an atlas was made: what its files say of themselves.
///
/// @param inputs in the order of reading
/// @param fingerprints rules that were asked
/// @param gaps what could not be read or loaded, each in one sentence
public record Making(String toolVersion, List<Input> inputs, int fingerprints, List<String> gaps) {
  public Making {
    inputs = List.copyOf(inputs);
    gaps = List.copyOf(gaps);
  }

  /// A file of scan data.
  ///
  /// @param format the id of its format; empty where none knows it
  /// @param read lines or elements
  /// @param decoded those that were read in whole
  /// @param refused those that do not follow the format
  /// @param refusal why nothing of it was read; empty where it was
  public record Input(
      String name, String format, long read, long decoded, long refused, String refusal) {}

  long read() {
    return inputs.stream().mapToLong(Input::read).sum();
  }

  long decoded() {
    return inputs.stream().mapToLong(Input::decoded).sum();
  }

  long refused() {
    return inputs.stream().mapToLong(Input::refused).sum();
  }
}
