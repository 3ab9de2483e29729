package org.testigo.indicators.patterns;

/// A text that counts how often a regular expression looks at it. Every step of a match looks at a
/// character, or is one of the [SilentPaths] before the next look, so this bounds the work.
final class CountedText implements CharSequence {
  private final String text;
  private final long stepsPerLook;
  private final StepCounter steps;

  CountedText(String text, long stepsPerLook, StepCounter steps) {
    this.text = text;
    this.stepsPerLook = stepsPerLook;
    this.steps = steps;
  }

  @Override
  public char charAt(int index) {
    steps.spend(stepsPerLook);
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountedText(text.substring(start, end), stepsPerLook, steps);
  }

  @Override
  public String toString() {
    return text;
  }
}
