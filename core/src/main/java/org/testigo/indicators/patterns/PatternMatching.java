package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.model.LimitHitException;
import org.testigo.model.Observation;

/// Matching of patterns under way over one body of evidence, whose observations come one by one.
///
/// A pattern that one observation can fulfil answers at once. For the others the observations that
/// fulfil a part are kept, up to a limit, and searched at the end.
///
/// Not safe for several threads.
public final class PatternMatching {
  /// For one pattern over all observations, however few they are.
  private static final long STEPS_PER_PATTERN = 50_000_000;

  /// What each observation adds, so that the work grows no faster than the evidence.
  private static final long FURTHER_STEPS = 2_000;

  /// Kept for one pattern.
  private static final int OBSERVATIONS_PER_PATTERN = 20_000;

  private final PatternSet set;
  private final Run[] runs;
  private final long[] clauseSeenAt;
  private final int observationsPerPattern;
  private long serial;

  PatternMatching(PatternSet set) {
    this(set, OBSERVATIONS_PER_PATTERN);
  }

  PatternMatching(PatternSet set, int observationsPerPattern) {
    this.set = set;
    this.observationsPerPattern = observationsPerPattern;
    this.clauseSeenAt = new long[set.clauses()];
    this.runs = new Run[set.size()];
    Arrays.setAll(runs, i -> new Run(i, set.pattern(i)));
  }

  /// Gives the matches of patterns that this one observation fulfils.
  public void match(Observation observation, Consumer<PatternMatch> matches) {
    if (!ModelView.mayHold(observation.object(), set.types())) return;
    serial++;
    var view = new ModelView(observation);
    for (String type : view.types())
      for (var clause : set.clauses(type)) {
        if (clauseSeenAt[clause.number()] == serial) continue;
        clauseSeenAt[clause.number()] = serial;
        runs[clause.pattern()].match(clause, observation, view, matches);
      }
  }

  /// Gives one match of each pattern that several observations fulfil together.
  public void finish(Consumer<PatternMatch> matches) {
    for (var run : runs) run.finish(matches);
  }

  /// Patterns that could not be held against everything, in the order of the set.
  public List<PatternTrouble> troubles() {
    return Arrays.stream(runs).flatMap(run -> run.troubles.stream()).toList();
  }

  /// One pattern of the set.
  private final class Run {
    private final int place;
    private final MatchablePattern pattern;
    private final StepCounter steps = new StepCounter(MatchablePattern.STEPS_PER_OBSERVATION);
    private final List<PatternTrouble> troubles = new ArrayList<>();
    private final KeptObservations kept;
    private long answeredAt;
    private long tried;
    private boolean givenUp;

    Run(int place, MatchablePattern pattern) {
      this.place = place;
      this.pattern = pattern;
      this.kept = new KeptObservations(pattern.conditions().size(), observationsPerPattern);
    }

    void match(
        PatternSet.Clause clause,
        Observation observation,
        ModelView view,
        Consumer<PatternMatch> matches) {
      if (givenUp || answeredAt == serial) return;
      var witness = witness(clause, view);
      if (witness.isEmpty()) return;
      if (!pattern.isSingle()) keep(clause, observation, witness.get());
      else if (isInSpan(clause, view)) {
        answeredAt = serial;
        matches.accept(
            new PatternMatch(place, List.of(new PatternMatch.Part(observation, witness.get()))));
      }
    }

    private Optional<Witness> witness(PatternSet.Clause clause, ModelView view) {
      steps.restart();
      try {
        return clause.condition().match(view, steps);
      } catch (LimitHitException e) {
        note(PatternTrouble.Reason.STEPS, e.detail());
      } catch (UnmatchableException e) {
        note(PatternTrouble.Reason.UNMATCHABLE, e.detail());
      } finally {
        giveUpAfterTooMuchWork();
      }
      return Optional.empty();
    }

    private void giveUpAfterTooMuchWork() {
      long allowed = STEPS_PER_PATTERN + FURTHER_STEPS * ++tried;
      if (steps.total() <= allowed) return;
      givenUp = true;
      note(PatternTrouble.Reason.GIVEN_UP, "limit of " + allowed + " steps reached");
    }

    private boolean isInSpan(PatternSet.Clause clause, ModelView view) {
      var candidate = Candidate.of(0, view);
      return pattern.alternatives().stream()
          .anyMatch(alternative ->
              alternative.condition() == clause.index() && alternative.span().admits(candidate));
    }

    private void keep(PatternSet.Clause clause, Observation observation, Witness witness) {
      if (!kept.add(clause.index(), serial, new PatternMatch.Part(observation, witness)))
        note(
            PatternTrouble.Reason.OBSERVATIONS,
            "limit of " + observationsPerPattern + " observations reached");
    }

    void finish(Consumer<PatternMatch> matches) {
      if (pattern.isSingle()) return;
      try {
        ObservationSearch.find(
                pattern.plan(),
                kept.candidates(),
                new StepCounter(MatchablePattern.STEPS_PER_SEARCH))
            .ifPresent(found -> matches.accept(new PatternMatch(place, kept.parts(found))));
      } catch (LimitHitException e) {
        note(PatternTrouble.Reason.STEPS, e.detail());
      }
    }

    private void note(PatternTrouble.Reason reason, String detail) {
      for (int i = 0; i < troubles.size(); i++) {
        var known = troubles.get(i);
        if (known.reason() != reason) continue;
        troubles.set(i, new PatternTrouble(place, reason, known.detail(), known.count() + 1));
        return;
      }
      troubles.add(new PatternTrouble(place, reason, detail, 1));
    }
  }
}
