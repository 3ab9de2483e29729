package org.testigo.model;

import java.util.List;

/// A judgement over observations.
///
/// @param id the same for the same finding in every run over the same evidence and packs
/// @param detection the id of the detection that judged
/// @param title what was found, in one sentence
/// @param why why it matters
/// @param confidence 0 to 100, as in STIX
/// @param uniqueTrace whether the detection's page declares it a trace that nothing innocent leaves
/// @param explanations innocent explanations
/// @param nextSteps what to do next, first things first
/// @param attributions who attributed what, when: cited, never computed
public record Finding(
    String id,
    String detection,
    FindingClass findingClass,
    Text title,
    Text why,
    int confidence,
    boolean uniqueTrace,
    List<IndicatorReference> indicators,
    Sightings sightings,
    List<Text> explanations,
    List<Text> nextSteps,
    List<String> attributions) {
  public Finding {
    indicators = List.copyOf(indicators);
    explanations = List.copyOf(explanations);
    nextSteps = List.copyOf(nextSteps);
    attributions = List.copyOf(attributions);
    if (confidence < 0 || confidence > 100)
      throw new IllegalArgumentException("confidence " + confidence + " is not in 0..100");
  }
}
