package org.testigo.indicators.patterns;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;

/// A constant of a pattern.
public sealed interface Constant {

  /// `'…'`, without its escapes.
  record Text(String value) implements Constant {}

  /// An integer or a float; the scale tells how it was written.
  record Decimal(BigDecimal value) implements Constant {}

  /// `true` or `false`.
  record Truth(boolean value) implements Constant {}

  /// `b'…'`.
  record Base64Bytes(String base64) implements Constant {
    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }
  }

  /// `h'…'`.
  record HexBytes(String digits) implements Constant {
    byte[] bytes() {
      return HexFormat.of().parseHex(digits);
    }
  }

  /// `t'…'`: of the right shape, though the calendar may not have the day.
  record Timestamp(String text) implements Constant {}
}
