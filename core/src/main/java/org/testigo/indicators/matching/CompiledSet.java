package org.testigo.indicators.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Match;
import org.testigo.indicators.PackReport;
import org.testigo.indicators.packs.PackReader;
import org.testigo.indicators.packs.PatternIndicator;
import org.testigo.indicators.patterns.MatchablePattern;
import org.testigo.indicators.patterns.PatternSet;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// The indicators of all packs, compiled.
public final class CompiledSet implements IndicatorSet {
  private final List<PackReport> packs;
  private final Probes probes;
  private final List<Entry> patternEntries = new ArrayList<>();
  private final PatternSet patterns;
  private final long size;

  /// @param read what every pack gave, in the order in which the packs were asked for
  public CompiledSet(List<PackReader.Read> read) {
    this.packs = read.stream().map(PackReader.Read::report).toList();
    this.size = packs.stream().mapToLong(PackReport::indicators).sum();
    this.probes = new Probes((int) Math.min(size, 1 << 24));
    var matchable = new ArrayList<MatchablePattern>();
    for (var pack : read) add(pack, matchable);
    this.patterns = PatternSet.of(matchable);
  }

  private void add(PackReader.Read pack, List<MatchablePattern> matchable) {
    String name = pack.report().name();
    for (Indicator indicator : pack.indicators()) {
      if (probes.add(indicator, name)) continue;
      RareProperty.pattern(indicator).ifPresent(rare -> add(indicator, rare, name, matchable));
    }
    for (PatternIndicator each : pack.patterns())
      add(each.indicator(), each.pattern(), name, matchable);
  }

  private void add(
      Indicator indicator,
      MatchablePattern pattern,
      String pack,
      List<MatchablePattern> matchable) {
    matchable.add(pattern);
    patternEntries.add(probes.entry(indicator, pack));
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
    return new Held(probes, patternEntries, patterns);
  }

  private static final class Held implements Matching {
    private final Hits hits;
    private final Candidates candidates;
    private final PatternHits patternHits;

    Held(Probes probes, List<Entry> patternEntries, PatternSet patterns) {
      var references = new References();
      this.hits = new Hits(references);
      this.candidates = new Candidates(new Values(probes, hits));
      this.patternHits = new PatternHits(patternEntries, patterns, references);
    }

    @Override
    public void match(Observation observation, Consumer<Match> matches) {
      candidates.probe(observation.object());
      hits.give(observation, matches);
      patternHits.match(observation, matches);
    }

    @Override
    public void finish(Consumer<Match> matches) {
      patternHits.finish(matches);
    }

    @Override
    public List<Text> troubles() {
      return patternHits.troubles();
    }
  }
}
