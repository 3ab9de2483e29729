package org.testigo.indicators;

import java.util.List;
import java.util.function.Consumer;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// All indicators of all packs that were loaded, compiled for matching. Immutable; the matching
/// state of patterns over several observations lies in a [Matching].
public interface IndicatorSet {

  /// Every pack that was asked for, also the ones that were refused, in the order given.
  List<PackReport> packs();

  /// How many indicators are loaded, over all packs.
  long size();

  /// Begins matching over one body of evidence.
  Matching begin();

  /// Matching under way over one body of evidence.
  interface Matching {

    /// Gives every match of the observation; the cost does not depend on how many indicators there
    /// are.
    void match(Observation observation, Consumer<Match> matches);

    /// Gives the matches of patterns that need several observations, when all have come.
    void finish(Consumer<Match> matches);

    /// Patterns that could not be held against everything, each with the reason, once matching has
    /// finished: that they found nothing says nothing.
    default List<Text> troubles() {
      return List.of();
    }
  }

  /// No pack was given.
  IndicatorSet NONE =
      new IndicatorSet() {
        @Override
        public List<PackReport> packs() {
          return List.of();
        }

        @Override
        public long size() {
          return 0;
        }

        @Override
        public Matching begin() {
          return new Matching() {
            @Override
            public void match(Observation observation, Consumer<Match> matches) {}

            @Override
            public void finish(Consumer<Match> matches) {}
          };
        }
      };
}
