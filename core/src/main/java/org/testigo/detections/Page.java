package org.testigo.detections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Text;

/// The page of a detection: the message bundle that lies beside its class, and the findings that
/// are written with its texts.
///
/// Keys: `title` (what the page is about), `question` (answered by yes or no), `why`, `finding`
/// (what was found, in one sentence), `explanation.1`... (innocent causes), `step.1`... (technical
/// next steps; what goes before them is [Advice]). A page whose findings differ puts a prefix such
/// as `visited.` before the last four.
final class Page {
  private final DetectionSpec spec;
  private final Class<?> owner;
  private final ResourceBundle english;

  Page(DetectionSpec spec, Class<? extends Detection> owner) {
    this.spec = spec;
    this.owner = owner;
    this.english = ResourceBundle.getBundle(owner.getName(), Locale.ENGLISH);
  }

  /// The id of the detection.
  String id() {
    return spec.id();
  }

  Text text(String key, Object... arguments) {
    return Text.of(owner, key, arguments);
  }

  /// The texts of the numbered keys `stem.1`, `stem.2` and so on.
  List<Text> numbered(String stem) {
    return IntStream.iterate(1, i -> english.containsKey(stem + "." + i), i -> i + 1)
        .mapToObj(i -> text(stem + "." + i))
        .toList();
  }

  /// Why findings of the prefix matter; the page's own answer where the prefix has none.
  Text why(String prefix) {
    return text(english.containsKey(prefix + "why") ? prefix + "why" : "why");
  }

  /// The innocent causes of findings of the prefix, those of the whole page last.
  List<Text> explanations(String prefix) {
    return own(prefix, "explanation");
  }

  /// What to do after a finding, first things first.
  List<Text> nextSteps(FindingClass findingClass, String prefix) {
    var steps = new ArrayList<>(Advice.beforeTechnicalSteps(findingClass));
    steps.addAll(own(prefix, "step"));
    return steps;
  }

  /// A finding without an indicator.
  ///
  /// @param prefix of the keys, such as `visited.`, or empty
  /// @param group what the observations have in common
  Finding finding(
      FindingClass findingClass,
      String prefix,
      String group,
      Text title,
      int confidence,
      Gathered gathered) {
    return new Finding(
        FindingId.of(spec.id(), findingClass, group),
        spec.id(),
        findingClass,
        title,
        why(prefix),
        confidence,
        false,
        List.of(),
        gathered.sightings(),
        explanations(prefix),
        nextSteps(findingClass, prefix),
        List.of());
  }

  private List<Text> own(String prefix, String stem) {
    if (prefix.isEmpty()) return numbered(stem);
    return Stream.concat(numbered(prefix + stem).stream(), numbered(stem).stream()).toList();
  }
}
