package org.testigo.formats.plist;

import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.testigo.model.MalformedException;

/// The values of an XML list that hold no others.
final class XmlScalars {
  /// 128 bits need 39 digits; longer ones would cost the square of their length.
  private static final Pattern WHOLE =
      Pattern.compile("([+-]?)(?:0[xX]([0-9a-fA-F]{1,32})|([0-9]{1,39}))");

  private static final Pattern REAL =
      Pattern.compile(
          "[+-]?(?:[0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,5})?");

  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

  private static final int SHOWN_CHARACTERS = 60;

  private XmlScalars() {}

  /// @param damage makes the exception for a sentence, with the place
  static Slot slot(String element, String text, Function<String, MalformedException> damage) {
    try {
      return Slot.of(value(element, text));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Slot.damaged(damage.apply("<%s> with %s".formatted(element, shown(text))));
    }
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }

  private static PlistValue value(String element, String text) {
    return switch (element) {
      case "string" -> new PlistValue.Text(text);
      case "integer" -> new PlistValue.Whole(whole(text.strip()));
      case "real" -> new PlistValue.Real(real(text.strip()));
      case "true" -> truth(true, text);
      case "false" -> truth(false, text);
      case "date" -> date(text.strip());
      case "data" -> new PlistValue.Data(data(text));
      default -> throw new IllegalStateException("element " + element);
    };
  }

  private static PlistValue truth(boolean value, String text) {
    if (!text.isBlank()) throw new IllegalArgumentException("text inside a truth value");
    return new PlistValue.Truth(value);
  }

  private static BigInteger whole(String text) {
    var matcher = WHOLE.matcher(text);
    if (!matcher.matches()) throw new IllegalArgumentException("no whole number");
    String hexadecimal = matcher.group(2);
    var size =
        hexadecimal == null ? new BigInteger(matcher.group(3)) : new BigInteger(hexadecimal, 16);
    return "-".equals(matcher.group(1)) ? size.negate() : size;
  }

  private static double real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> {
        if (!REAL.matcher(text).matches()) throw new IllegalArgumentException("no real number");
        yield Double.parseDouble(text);
      }
    };
  }

  private static PlistValue date(String text) {
    if (!DATE.matcher(text).matches()) throw new IllegalArgumentException("no date");
    return new PlistValue.Date(Instant.parse(text), text);
  }

  private static byte[] data(String text) {
    var letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ' ') letters.append(text.charAt(i));
    }
    return Base64.getDecoder().decode(letters.toString());
  }
}
