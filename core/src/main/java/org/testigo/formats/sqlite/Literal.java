package org.testigo.formats.sqlite;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Reads the value after DEFAULT.
final class Literal {
  private Literal() {}

  /// What the column takes for it.
  ///
  /// @param tokens a literal with any signs and parentheses around it; all else is
  ///   [Constant.Unknown]
  static Constant parse(List<Token> tokens, Affinity affinity) {
    List<Token> inner = tokens;
    boolean isNegative = false;
    boolean isSigned = false;
    while (inner.size() > 1) {
      if (inner.getFirst().isSymbol('(') && inner.getLast().isSymbol(')')) {
        inner = inner.subList(1, inner.size() - 1);
      } else if (inner.getFirst().isSymbol('-') || inner.getFirst().isSymbol('+')) {
        isNegative ^= inner.getFirst().isSymbol('-');
        isSigned = true;
        inner = inner.subList(1, inner.size());
      } else {
        break;
      }
    }
    if (inner.size() != 1) return unknown(tokens);
    Token token = inner.getFirst();
    if (token.kind() == Token.Kind.NUMBER)
      return number(token.text(), isNegative, tokens, affinity);
    return isSigned ? unknown(tokens) : affinity.apply(plain(token, tokens));
  }

  private static Constant unknown(List<Token> tokens) {
    return new Constant.Unknown(tokens.stream().map(Token::text).collect(Collectors.joining(" ")));
  }

  private static Constant plain(Token token, List<Token> tokens) {
    return switch (token.kind()) {
      case STRING, QUOTED -> new Constant.Characters(token.text());
      case BLOB -> blob(token.text(), tokens);
      case WORD -> word(token);
      case NUMBER, SYMBOL -> unknown(tokens);
    };
  }

  private static Constant blob(String hex, List<Token> tokens) {
    boolean isHex = hex.length() % 2 == 0 && hex.chars().allMatch(HexFormat::isHexDigit);
    return isHex ? new Constant.Bytes(hex) : unknown(tokens);
  }

  /// A bare word that is no constant stands for its own letters.
  private static Constant word(Token token) {
    return switch (token.keyword()) {
      case "NULL" -> Constant.NULL;
      case "TRUE" -> new Constant.Whole(1);
      case "FALSE" -> new Constant.Whole(0);
      case "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP" ->
          new Constant.Unknown(token.text());
      default -> new Constant.Characters(token.text());
    };
  }

  private static Constant number(
      String digits, boolean isNegative, List<Token> tokens, Affinity affinity) {
    String plain = digits.replace("_", "");
    if (plain.startsWith("0x") || plain.startsWith("0X")) {
      return affinity.apply(hex(plain.substring(2), isNegative, tokens));
    }
    String signed = isNegative ? "-" + plain : plain;
    return switch (Numbers.wholeText(signed)) {
      case Constant.Null n -> unknown(tokens);
      // A text column keeps the digits as they are written.
      case Constant.Real real when affinity == Affinity.TEXT -> new Constant.Characters(signed);
      case Constant number -> affinity.apply(number);
    };
  }

  private static Constant hex(String digits, boolean isNegative, List<Token> tokens) {
    boolean isHex =
        !digits.isEmpty()
            && digits.length() <= 16
            && digits.chars().allMatch(HexFormat::isHexDigit);
    if (!isHex) return unknown(tokens);
    long value = Long.parseUnsignedLong(digits, 16);
    return new Constant.Whole(isNegative ? -value : value);
  }
}
