package org.testigo.indicators.patterns;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Says how values stand to one constant.
///
/// Strings compare by code points, without normalisation. Bytes and strings compare where every
/// character of the string is a byte (below U+0100). Times compare with strings that are times.
@FunctionalInterface
interface ConstantOrder {
  Ordering orderOf(StixNode value);

  static ConstantOrder of(Constant constant) {
    return switch (constant) {
      case Constant.Text(var text) -> ofText(text);
      case Constant.Base64Bytes bytes -> ofBytes(bytes.bytes());
      case Constant.HexBytes bytes -> ofBytes(bytes.bytes());
      case Constant.Decimal(var decimal) -> ofDecimal(decimal);
      case Constant.Truth(var truth) -> ofTruth(truth);
      case Constant.Timestamp(var time) -> ofTime(timeOf(time));
    };
  }

  private static ConstantOrder ofText(String constant) {
    boolean bytes = isBytes(constant);
    return value ->
        switch (value) {
          case StixNode.Text(var text) -> compare(text, constant);
          case StixNode.Bytes(var latin1) -> bytes ? compare(latin1, constant) : Ordering.NONE;
          case StixNode.Decimal _,
              StixNode.Truth _,
              StixNode.Null _,
              StixNode.Listing _,
              StixNode.Dictionary _ ->
              Ordering.NONE;
        };
  }

  private static ConstantOrder ofBytes(byte[] bytes) {
    String constant = new String(bytes, StandardCharsets.ISO_8859_1);
    return value ->
        switch (value) {
          case StixNode.Text(var text) -> isBytes(text) ? compare(text, constant) : Ordering.NONE;
          case StixNode.Bytes(var latin1) -> compare(latin1, constant);
          case StixNode.Decimal _,
              StixNode.Truth _,
              StixNode.Null _,
              StixNode.Listing _,
              StixNode.Dictionary _ ->
              Ordering.NONE;
        };
  }

  private static ConstantOrder ofDecimal(BigDecimal constant) {
    return value ->
        value instanceof StixNode.Decimal(var decimal)
            ? Ordering.of(decimal.compareTo(constant))
            : Ordering.NONE;
  }

  private static ConstantOrder ofTruth(boolean constant) {
    return value ->
        value instanceof StixNode.Truth(var truth) && truth == constant
            ? Ordering.EQUAL
            : Ordering.NONE;
  }

  private static ConstantOrder ofTime(Instant constant) {
    return value ->
        value instanceof StixNode.Text(var text)
            ? Ordering.of(timeOf(text).compareTo(constant))
            : Ordering.NONE;
  }

  private static Instant timeOf(String text) {
    return StixTime.parse(text)
        .orElseThrow(() ->
            new UnmatchableException(
                "'" + text + "', expected a time such as 2020-12-31T23:59:59Z"));
  }

  /// By code points; two characters that differ decide, unless one is half of a pair.
  private static Ordering compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x == y) continue;
      boolean oneIsHalf = Character.isSurrogate(x) != Character.isSurrogate(y);
      return Ordering.of(oneIsHalf == (x > y) ? -1 : 1);
    }
    return Ordering.of(Integer.compare(a.length(), b.length()));
  }

  private static boolean isBytes(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 0xFF) return false;
    return true;
  }
}
