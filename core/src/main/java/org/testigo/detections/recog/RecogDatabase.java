package org.testigo.detections.recog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file of Recog: fingerprints of one kind of text, in their order, of which the first that
/// matches counts.
///
/// @param matches the kind of text, such as `http_header.server`
/// @param protocol such as `http`; empty where the file does not say
public record RecogDatabase(String matches, String protocol, List<RecogFingerprint> fingerprints) {
  public RecogDatabase {
    fingerprints = List.copyOf(fingerprints);
  }

  /// The first that matches.
  ///
  /// @param index of the fingerprint in the file, from 0
  public record Match(int index, RecogFingerprint fingerprint, Map<String, String> values) {}

  /// @throws org.testigo.model.LimitHitException where an expression takes more steps than allowed
  /// @throws org.testigo.indicators.patterns.UnmatchableException where one exhausts the stack
  public Optional<Match> match(String text) {
    for (int i = 0; i < fingerprints.size(); i++) {
      var fingerprint = fingerprints.get(i);
      var values = fingerprint.match(text, protocol);
      if (values.isPresent()) return Optional.of(new Match(i, fingerprint, values.get()));
    }
    return Optional.empty();
  }
}
