package org.testigo.indicators.patterns;

/// How many ways a regular expression can try between two looks at a character. [CountedText]
/// counts the looks; an expression such as `(?:|){40}b` tries a trillion ways without one. The
/// figures are upper bounds.
///
/// @param through ways to pass without a character
/// @param before ways from the start to a look at a character
/// @param after ways from the last character to the end
/// @param most ways between any two looks
record SilentPaths(double through, double before, double after, double most) {
  /// Takes one character, always.
  static final SilentPaths CHARACTER = new SilentPaths(0, 1, 1, 1);

  /// Takes none: an anchor, a look-around, a reference to what may be empty.
  static final SilentPaths NOTHING = new SilentPaths(1, 1, 1, 1);

  /// After so many repetitions the figures are past every limit, or change no more.
  private static final int MAX_REPETITIONS = 2_000;

  SilentPaths then(SilentPaths next) {
    return new SilentPaths(
        through * next.through,
        before + through * next.before,
        next.after + next.through * after,
        Math.max(Math.max(most, next.most), after * next.before));
  }

  SilentPaths or(SilentPaths other) {
    return new SilentPaths(
        through + other.through,
        before + other.before,
        after + other.after,
        Math.max(most, other.most));
  }

  SilentPaths optional() {
    return or(NOTHING);
  }

  /// `*`: the engine ends a loop that takes no character.
  SilentPaths loop() {
    double entering = before * (1 + through) + 1;
    double leaving = after * (1 + through) + 1;
    return new SilentPaths(through + 1, entering, leaving, Math.max(most, entering * leaving));
  }

  SilentPaths times(int count) {
    var all = count == 0 ? NOTHING : this;
    for (int i = 1; i < Math.min(count, MAX_REPETITIONS); i++) all = all.then(this);
    return all;
  }

  /// What looks around takes nothing itself.
  SilentPaths aside() {
    return new SilentPaths(Math.max(1, through), before, after, most);
  }

  double worst() {
    return Math.max(most, Math.max(before, Math.max(after, through)));
  }
}
