package org.testigo.indicators.patterns;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.testigo.indicators.patterns.ObjectPath.Property;

/// Properties that hold bytes as text: `…_bin` in base64, `…_hex` in hexadecimal digits.
final class BinaryText {
  static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})*+");

  static final Pattern BASE64 =
      Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

  private BinaryText() {}

  static boolean isBinary(ObjectPath path) {
    return path.steps().getLast() instanceof Property(var name) && (isBase64(name) || isHex(name));
  }

  static boolean isBase64(String property) {
    return property.endsWith("_bin");
  }

  static boolean isHex(String property) {
    return property.endsWith("_hex");
  }

  /// The bytes of a value that such a property holds; the value itself where it is no such text.
  static StixNode decoded(String property, StixNode value) {
    if (!(value instanceof StixNode.Text(var text))) return value;
    if (isHex(property)) return HEX.matcher(text).matches() ? hex(text) : value;
    return BASE64.matcher(text).matches() ? base64(text) : value;
  }

  private static StixNode hex(String digits) {
    return StixNode.Bytes.of(HexFormat.of().parseHex(digits));
  }

  private static StixNode base64(String text) {
    return StixNode.Bytes.of(Base64.getDecoder().decode(text));
  }
}
