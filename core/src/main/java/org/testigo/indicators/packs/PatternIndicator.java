package org.testigo.indicators.packs;

import org.testigo.indicators.Indicator;
import org.testigo.indicators.patterns.MatchablePattern;

/// An indicator whose pattern is more than values to look for.
///
/// @param indicator its value is the text of the pattern; its type is the first type of object that
///   the pattern speaks of, such as `url:pattern`
public record PatternIndicator(Indicator indicator, MatchablePattern pattern) {}
