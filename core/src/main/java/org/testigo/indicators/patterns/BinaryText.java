package org.testigo.indicators.patterns;

import org.testigo.indicators.patterns.ObjectPath.Property;

/// Properties that hold bytes as text: `…_bin` in base64, `…_hex` in hexadecimal digits.
final class BinaryText {
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
}
