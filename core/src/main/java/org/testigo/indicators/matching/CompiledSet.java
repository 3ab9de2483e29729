package org.testigo.indicators.matching;

import java.util.List;
import java.util.function.Consumer;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Match;
import org.testigo.indicators.PackReport;
import org.testigo.indicators.packs.PackReader;
import org.testigo.model.Observation;

/// The indicators of all packs, compiled.
public final class CompiledSet implements IndicatorSet {
  private final List<PackReport> packs;
  private final Probes probes;
  private final long size;

  /// @param read what every pack gave, in the order in which the packs were asked for
  public CompiledSet(List<PackReader.Read> read) {
    this.packs = read.stream().map(PackReader.Read::report).toList();
    this.size = packs.stream().mapToLong(PackReport::indicators).sum();
    this.probes = new Probes((int) Math.min(size, 1 << 24));
    for (var pack : read)
      for (Indicator indicator : pack.indicators()) probes.add(indicator, pack.report().name());
  }

  @Override
  public List<PackReport> packs() {
    return packs;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Matching begin() {
    return new Held(probes);
  }

  private static final class Held implements Matching {
    private final Hits hits = new Hits(new References());
    private final Candidates candidates;

    Held(Probes probes) {
      this.candidates = new Candidates(new Values(probes, hits));
    }

    @Override
    public void match(Observation observation, Consumer<Match> matches) {
      candidates.probe(observation.object());
      hits.give(observation, matches);
    }

    @Override
    public void finish(Consumer<Match> matches) {}
  }
}
