package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.HttpAnswer;

/// Whether the header has these fields in this order and no others. Where the order or the spelling
/// of the wire is lost, nothing can be said.
///
/// In the rule's file: a list of names; `A|B` for either spelling, `?` behind a name that may be
/// missing, `*` for any other fields at that place.
///
/// @param anyCase whether the case of letters matters
record HeaderNames(List<Step> steps, boolean anyCase) implements Single.Question<AnswerTarget> {
  HeaderNames {
    steps = List.copyOf(steps);
  }

  /// A field of the list.
  ///
  /// @param names its spellings; empty for any name
  record Step(Set<String> names, boolean optional, boolean repeated) {

    static Step of(String written) {
      if (written.equals("*")) return new Step(Set.of(), true, true);
      boolean optional = written.endsWith("?");
      String names = optional ? written.substring(0, written.length() - 1) : written;
      return new Step(Set.of(names.split("\\|", -1)), optional, false);
    }

    boolean accepts(String name, boolean anyCase) {
      if (names.isEmpty() || names.contains(name)) return true;
      return anyCase && names.stream().anyMatch(name::equalsIgnoreCase);
    }
  }

  static HeaderNames read(Node node, boolean anyCase) {
    return new HeaderNames(node.texts().stream().map(Step::of).toList(), anyCase);
  }

  @Override
  public Truth test(AnswerTarget target) {
    if (target.http().isEmpty()) return Truth.NO;
    if (!target.answer().orderKnown()) return Truth.UNKNOWN;
    return Truth.of(matches(target.http().get().fields()));
  }

  /// Follows every way through the steps at once.
  private boolean matches(List<HttpAnswer.Field> fields) {
    boolean[] at = new boolean[steps.size() + 1];
    at[0] = true;
    skipOptional(at);
    for (HttpAnswer.Field field : fields) {
      at = after(at, field.name());
      skipOptional(at);
    }
    return at[steps.size()];
  }

  private boolean[] after(boolean[] at, String name) {
    boolean[] next = new boolean[at.length];
    for (int i = 0; i < steps.size(); i++) {
      if (!at[i] || !steps.get(i).accepts(name, anyCase)) continue;
      next[steps.get(i).repeated() ? i : i + 1] = true;
    }
    return next;
  }

  private void skipOptional(boolean[] at) {
    for (int i = 0; i < steps.size(); i++) if (at[i] && steps.get(i).optional()) at[i + 1] = true;
  }

  @Override
  public void cite(AnswerTarget target, Citations citations) {
    var fields = target.http().map(HttpAnswer::fields).orElse(List.of());
    if (fields.isEmpty()) return;
    int from = fields.getFirst().line().offsetBytes();
    citations.cite(Extent.between(from, fields.getLast().line().endBytes()));
  }

  /// A field that must be there, with its colon.
  @Override
  public Literals literals() {
    if (anyCase) return Literals.NONE;
    var required = new ArrayList<Literals>();
    for (Step step : steps)
      if (!step.optional())
        required.add(Literals.ofAny(step.names().stream().map(HeaderNames::wire).toList()));
    return Literals.best(required);
  }

  private static Bytes wire(String name) {
    return new Bytes((name + ":").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
