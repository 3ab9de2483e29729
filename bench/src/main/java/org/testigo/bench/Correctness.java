package org.testigo.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testigo.samples.large.Plant;

/// Whether every planted trace was found, and nothing else.
///
/// Every trace has an indicator of its own that matches one observation; an observation more than
/// that is a near miss that was reported.
///
/// @param missing the traces that no finding names
/// @param wrong what was reported and should not have been, one line each
record Correctness(int planted, List<Plant> missing, List<String> wrong) {
  Correctness {
    missing = List.copyOf(missing);
    wrong = List.copyOf(wrong);
  }

  static Correctness of(List<Plant> plants, List<FoundLines.Line> lines) {
    Map<String, Long> observed = observedByName(lines);
    var missing = new ArrayList<Plant>();
    var wrong = new ArrayList<String>();
    for (Plant plant : plants) {
      Long count = observed.remove(plant.name());
      if (count == null) missing.add(plant);
      else if (count > 1) wrong.add("%s: %d observations".formatted(plant, count));
    }
    observed.forEach((name, count) -> wrong.add("%s: %d observations".formatted(name, count)));
    return new Correctness(plants.size(), missing, wrong);
  }

  private static Map<String, Long> observedByName(List<FoundLines.Line> lines) {
    var observed = new HashMap<String, Long>();
    for (FoundLines.Line line : lines)
      for (String name : line.names()) observed.merge(name, line.observations(), Long::sum);
    return observed;
  }

  boolean isWhole() {
    return missing.isEmpty() && wrong.isEmpty();
  }

  int found() {
    return planted - missing.size();
  }
}
