package org.testigo.indicators.patterns;

/// A pattern that could not be held against everything: nothing found with it does not mean that
/// there is nothing.
///
/// @param pattern its place in the set
/// @param detail of the first time
/// @param count how often
public record PatternTrouble(int pattern, Reason reason, String detail, long count) {

  /// Why it could not.
  public enum Reason {
    /// It took more work than allowed for one observation or for one search.
    STEPS,
    /// It took more work than allowed over all observations, and was given up.
    GIVEN_UP,
    /// More observations fulfil parts of it than are kept.
    OBSERVATIONS,
    /// A value cannot be compared with a constant at all.
    UNMATCHABLE
  }
}
