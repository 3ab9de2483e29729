package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The observations that fulfil at least one condition of a pattern, until the search at the end.
final class KeptObservations {
  private final int allowed;
  private final List<PatternMatch.Part> parts = new ArrayList<>();
  private final List<List<Integer>> placesOfCondition;
  private long newest;

  KeptObservations(int conditions, int allowed) {
    this.allowed = allowed;
    this.placesOfCondition =
        IntStream.range(0, conditions).<List<Integer>>mapToObj(_ -> new ArrayList<>(0)).toList();
  }

  /// Keeps an observation for a condition; false where no more can be kept.
  ///
  /// @param serial greater for every further observation
  boolean add(int condition, long serial, PatternMatch.Part part) {
    if (serial != newest || parts.isEmpty()) {
      if (parts.size() == allowed) return false;
      parts.add(part);
      newest = serial;
    }
    placesOfCondition.get(condition).add(parts.size() - 1);
    return true;
  }

  /// For each condition, what fulfils it.
  List<CandidateList> candidates() {
    return placesOfCondition.stream()
        .map(places -> new CandidateList(places.stream().map(this::candidate).toList()))
        .toList();
  }

  private Candidate candidate(int place) {
    return Candidate.of(place, new ModelView(parts.get(place).observation()));
  }

  /// What lies at these places.
  List<PatternMatch.Part> parts(int[] places) {
    return Arrays.stream(places).mapToObj(parts::get).toList();
  }
}
