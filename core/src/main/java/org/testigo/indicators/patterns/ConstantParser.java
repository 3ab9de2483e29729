package org.testigo.indicators.patterns;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.testigo.indicators.patterns.Constant.Base64Bytes;
import org.testigo.indicators.patterns.Constant.HexBytes;
import org.testigo.indicators.patterns.Constant.Text;
import org.testigo.indicators.patterns.Constant.Timestamp;
import org.testigo.indicators.patterns.Constant.Truth;

/// Reads the constants of a pattern.
final class ConstantParser {
  /// More than any number of a pattern has.
  private static final int MAX_NUMBER_CHARACTERS = 100;

  /// What fits into an int, whatever the digits.
  private static final int MAX_WHOLE_CHARACTERS = 9;

  /// The shape that the grammar asks for: day 31 in every month, second 60 in every minute.
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12][0-9]|3[01])"
              + "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]{1,30})?Z");

  private final PatternScanner scanner;

  ConstantParser(PatternScanner scanner) {
    this.scanner = scanner;
  }

  Constant parse() {
    if (scanner.next() == '\'') return new Text(scanner.quoted());
    if (scanner.nextIsPrefixed('t')) return timestamp();
    if (scanner.nextIsPrefixed('h'))
      return new HexBytes(prefixed(BinaryText.HEX, "pairs of hexadecimal digits"));
    if (scanner.nextIsPrefixed('b')) return new Base64Bytes(prefixed(BinaryText.BASE64, "base64"));
    if (scanner.acceptWord("true")) return new Truth(true);
    if (scanner.acceptWord("false")) return new Truth(false);
    if (isStartOfNumber(scanner.next())) return number();
    throw scanner.expected("a constant");
  }

  Constant.Decimal number() {
    int offset = scanner.offset();
    String digits = scanner.number();
    if (digits.length() > MAX_NUMBER_CHARACTERS)
      throw PatternScanner.malformed(
          offset,
          "a number of " + digits.length() + " characters",
          "at most " + MAX_NUMBER_CHARACTERS);
    return new Constant.Decimal(new BigDecimal(digits));
  }

  /// A number without a fraction, of at most nine characters.
  int wholeNumber() {
    int offset = scanner.offset();
    String digits = scanner.number();
    if (digits.indexOf('.') >= 0 || digits.length() > MAX_WHOLE_CHARACTERS)
      throw PatternScanner.malformed(
          offset, digits, "a whole number of at most " + MAX_WHOLE_CHARACTERS + " characters");
    return Integer.parseInt(digits);
  }

  Timestamp timestamp() {
    return new Timestamp(prefixed(TIMESTAMP, "a time such as 2020-12-31T23:59:59.5Z"));
  }

  private String prefixed(Pattern shape, String expected) {
    int offset = scanner.offset();
    String value = scanner.prefixed();
    if (!shape.matcher(value).matches())
      throw PatternScanner.malformed(offset, "'" + value + "'", expected);
    return value;
  }

  private static boolean isStartOfNumber(int c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
  }
}
