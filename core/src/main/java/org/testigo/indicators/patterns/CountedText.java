package org.testigo.indicators.patterns;

/// A text that counts how often a regular expression looks at it. Every step of a match looks at a
/// character, so this bounds the work whatever the expression.
final class CountedText implements CharSequence {
  private final String text;
  private final StepCounter steps;

  CountedText(String text, StepCounter steps) {
    this.text = text;
    this.steps = steps;
  }

  @Override
  public char charAt(int index) {
    steps.spend();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountedText(text.substring(start, end), steps);
  }

  @Override
  public String toString() {
    return text;
  }
}
