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

  private final Pattern pattern;

  private RegularExpression(Pattern pattern) {
    this.pattern = pattern;
  }

  /// @throws UnmatchableException where it is no expression, or one that the engine does not have
  static RegularExpression compile(String pcre) {
    if (pcre.length() > MAX_EXPRESSION_CHARACTERS)
      throw new UnmatchableException(
          "a regular expression of %d characters, expected at most %d"
              .formatted(pcre.length(), MAX_EXPRESSION_CHARACTERS));
    try {
      String translated = new PcreTranslation(pcre).translate();
      return new RegularExpression(Pattern.compile(translated, FLAGS));
    } catch (PatternSyntaxException e) {
      throw new UnmatchableException(
          "the regular expression '%s', expected PCRE: %s".formatted(pcre, e.getDescription()));
    } catch (StackOverflowError e) {
      throw new UnmatchableException("a regular expression that nests deeper than the stack");
    }
  }

  /// @throws LimitHitException where it takes more steps than allowed, or the value is too long
  boolean isFoundIn(String text, StepCounter steps) {
    if (text.length() > MAX_VALUE_CHARACTERS)
      throw new LimitHitException(Limit.BYTES, MAX_VALUE_CHARACTERS);
    try {
      return pattern.matcher(new CountedText(text, steps)).find();
    } catch (StackOverflowError e) {
      throw new UnmatchableException(
          "a regular expression that exhausts the stack on a value of "
              + text.length()
              + " characters");
    }
  }
}
