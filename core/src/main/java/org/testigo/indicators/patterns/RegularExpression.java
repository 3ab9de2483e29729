package org.testigo.indicators.patterns;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;

/// The regular expression of MATCHES: PCRE, found anywhere in the value, `.` also for line breaks.
///
/// It runs in the JDK's engine after [PcreTranslation]. Expressions come from strangers: the work
/// is counted, and so ends alike in every run; only an expression that exhausts the stack ends by
/// the size of the stack.
final class RegularExpression {
  /// Longer expressions serve no indicator.
  private static final int MAX_EXPRESSION_CHARACTERS = 16_384;

  /// Longer values are not searched, and that is said.
  private static final int MAX_VALUE_CHARACTERS = 1 << 20;

  /// `$` stops only before a line feed, and letters of every script have two cases, as in PCRE.
  private static final int FLAGS = Pattern.DOTALL | Pattern.UNIX_LINES | Pattern.UNICODE_CASE;

  /// Ways to try between two looks at a character; more serve no indicator.
  private static final double MAX_SILENT_PATHS = 10_000;

  /// Ways to try that take about as long as a step.
  private static final int SILENT_PATHS_PER_STEP = 64;

  private final Pattern pattern;
  private final long stepsPerLook;

  private RegularExpression(Pattern pattern, long stepsPerLook) {
    this.pattern = pattern;
    this.stepsPerLook = stepsPerLook;
  }

  /// @throws UnmatchableException where it is no expression, or one that the engine does not have
  static RegularExpression compile(String pcre) {
    if (pcre.length() > MAX_EXPRESSION_CHARACTERS)
      throw new UnmatchableException(
          "a regular expression of %d characters, expected at most %d"
              .formatted(pcre.length(), MAX_EXPRESSION_CHARACTERS));
    try {
      String translated = new PcreTranslation(pcre).translate();
      var pattern = Pattern.compile(translated, FLAGS);
      return new RegularExpression(pattern, stepsPerLook(SilentPathsReader.read(translated)));
    } catch (PatternSyntaxException e) {
      throw new UnmatchableException(
          "the regular expression '%s', expected PCRE: %s".formatted(pcre, e.getDescription()));
    } catch (StackOverflowError e) {
      throw new UnmatchableException("a regular expression that nests deeper than the stack");
    }
  }

  private static long stepsPerLook(SilentPaths paths) {
    if (!(paths.worst() <= MAX_SILENT_PATHS))
      throw new UnmatchableException(
          "a regular expression with %.0f ways to match nothing, expected at most %.0f"
              .formatted(paths.worst(), MAX_SILENT_PATHS));
    return 1 + (long) paths.worst() / SILENT_PATHS_PER_STEP;
  }

  /// @throws LimitHitException where it takes more steps than allowed, or the value is too long
  boolean isFoundIn(String text, StepCounter steps) {
    if (text.length() > MAX_VALUE_CHARACTERS)
      throw new LimitHitException(Limit.BYTES, MAX_VALUE_CHARACTERS);
    // Also an expression that never looks is tried at every place.
    steps.spend(stepsPerLook * (1 + text.length() / SILENT_PATHS_PER_STEP));
    try {
      return pattern.matcher(new CountedText(text, stepsPerLook, steps)).find();
    } catch (StackOverflowError e) {
      throw new UnmatchableException(
          "a regular expression that exhausts the stack on a value of "
              + text.length()
              + " characters");
    }
  }
}
