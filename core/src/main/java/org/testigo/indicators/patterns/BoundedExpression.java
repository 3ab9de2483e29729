package org.testigo.indicators.patterns;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;

/// A regular expression of a stranger that tells where it matched, with its work counted as in
/// MATCHES: a hostile expression or text ends at the same place in every run.
///
/// Safe for several threads.
public final class BoundedExpression {
  private static final int MAX_EXPRESSION_CHARACTERS = 16_384;
  private static final int MAX_TEXT_CHARACTERS = 1 << 20;
  private static final long MAX_STEPS = 4_000_000;
  private static final double MAX_SILENT_PATHS = 10_000;
  private static final int SILENT_PATHS_PER_STEP = 64;

  private final Pattern pattern;
  private final long stepsPerLook;

  private BoundedExpression(Pattern pattern, long stepsPerLook) {
    this.pattern = pattern;
    this.stepsPerLook = stepsPerLook;
  }

  /// An expression of PCRE, found anywhere, `.` also for line breaks.
  ///
  /// @throws UnmatchableException where it is none, or one that is not supported
  public static BoundedExpression ofPcre(String pcre) {
    requireLength(pcre);
    return ofJava(new PcreTranslation(pcre).translate(), Pattern.DOTALL | Pattern.UNIX_LINES);
  }

  /// An expression of the JDK, with flags of [Pattern].
  ///
  /// @throws UnmatchableException where it is none, or one with too many ways to match nothing
  public static BoundedExpression ofJava(String regex, int flags) {
    requireLength(regex);
    try {
      var pattern = Pattern.compile(regex, flags);
      double paths = SilentPathsReader.read(regex).worst();
      if (!(paths <= MAX_SILENT_PATHS))
        throw new UnmatchableException(
            "a regular expression with %.0f ways to match nothing, expected at most %.0f"
                .formatted(paths, MAX_SILENT_PATHS));
      return new BoundedExpression(pattern, 1 + (long) paths / SILENT_PATHS_PER_STEP);
    } catch (PatternSyntaxException e) {
      throw new UnmatchableException(
          "the regular expression '%s': %s".formatted(regex, e.getDescription()));
    } catch (StackOverflowError e) {
      throw new UnmatchableException("a regular expression that nests deeper than the stack");
    }
  }

  private static void requireLength(String expression) {
    if (expression.length() > MAX_EXPRESSION_CHARACTERS)
      throw new UnmatchableException(
          "a regular expression of %d characters, expected at most %d"
              .formatted(expression.length(), MAX_EXPRESSION_CHARACTERS));
  }

  /// How many groups it has.
  public int groups() {
    return pattern.matcher("").groupCount();
  }

  /// The first match in a text.
  ///
  /// @throws LimitHitException where it takes more steps than allowed, or the text is too long
  /// @throws UnmatchableException where it exhausts the stack
  public Optional<MatchResult> find(String text) {
    if (text.length() > MAX_TEXT_CHARACTERS)
      throw new LimitHitException(Limit.BYTES, MAX_TEXT_CHARACTERS);
    var steps = new StepCounter(MAX_STEPS);
    steps.spend(stepsPerLook * (1 + text.length() / SILENT_PATHS_PER_STEP));
    try {
      var matcher = pattern.matcher(new CountedText(text, stepsPerLook, steps));
      return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    } catch (StackOverflowError e) {
      throw new UnmatchableException(
          "a regular expression that exhausts the stack on a text of "
              + text.length()
              + " characters");
    }
  }
}
