package org.testigo.formats.sqlite;

import java.nio.charset.Charset;
import java.util.HexFormat;

/// Constants read as values of a row, with the conversions of [Row].
final class Constants {
  private Constants() {}

  static ValueType type(Constant constant) {
    return switch (constant) {
      case Constant.Null n -> ValueType.NULL;
      case Constant.Unknown u -> ValueType.NULL;
      case Constant.Whole w -> ValueType.INTEGER;
      case Constant.Real r -> ValueType.REAL;
      case Constant.Characters c -> ValueType.TEXT;
      case Constant.Bytes b -> ValueType.BLOB;
    };
  }

  static long integer(Constant constant) {
    return switch (constant) {
      case Constant.Null n -> 0;
      case Constant.Unknown u -> 0;
      case Constant.Whole c -> c.value();
      case Constant.Real c -> (long) c.value();
      case Constant.Characters c -> Numbers.leadingInteger(c.value());
      case Constant.Bytes b -> 0;
    };
  }

  static double real(Constant constant) {
    return switch (constant) {
      case Constant.Null n -> 0;
      case Constant.Unknown u -> 0;
      case Constant.Whole c -> c.value();
      case Constant.Real c -> c.value();
      case Constant.Characters c -> Numbers.leadingReal(c.value());
      case Constant.Bytes b -> 0;
    };
  }

  static String text(Constant constant, Charset charset) {
    return switch (constant) {
      case Constant.Null n -> "";
      case Constant.Unknown u -> "";
      case Constant.Whole c -> Long.toString(c.value());
      case Constant.Real c -> Double.toString(c.value());
      case Constant.Characters c -> c.value();
      case Constant.Bytes c -> new String(bytes(c), charset);
    };
  }

  static byte[] bytes(Constant.Bytes constant) {
    return HexFormat.of().parseHex(constant.hex());
  }
}
