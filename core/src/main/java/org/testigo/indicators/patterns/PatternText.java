package org.testigo.indicators.patterns;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.indicators.patterns.ComparisonExpression.Comparison;
import org.testigo.indicators.patterns.ComparisonExpression.Existence;
import org.testigo.indicators.patterns.ComparisonExpression.Membership;
import org.testigo.indicators.patterns.ObjectPath.AnyIndex;
import org.testigo.indicators.patterns.ObjectPath.Index;
import org.testigo.indicators.patterns.ObjectPath.Property;
import org.testigo.indicators.patterns.ObservationExpression.FollowedBy;
import org.testigo.indicators.patterns.ObservationExpression.Qualified;
import org.testigo.indicators.patterns.ObservationExpression.Single;

/// Writes the canonical text of a pattern, which parses to the same pattern again.
final class PatternText {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");

  private final StringBuilder text = new StringBuilder();

  private PatternText() {}

  static String of(ObservationExpression expression) {
    var writer = new PatternText();
    writer.write(expression);
    return writer.text.toString();
  }

  static String of(ObjectPath path) {
    if (path.steps().size() == 1
        && path.steps().getFirst() instanceof Property(var name)
        && isPlain(name)) return path.type() + ":" + name;
    var writer = new PatternText();
    writer.write(path);
    return writer.text.toString();
  }

  private void write(ObservationExpression expression) {
    switch (expression) {
      case Single(var comparison) -> {
        text.append('[');
        write(comparison);
        text.append(']');
      }
      case ObservationExpression.And(var operands) -> join(operands, " AND ", this::writeOperand);
      case ObservationExpression.Or(var operands) -> join(operands, " OR ", this::writeOperand);
      case FollowedBy(var operands) -> join(operands, " FOLLOWEDBY ", this::writeOperand);
      case Qualified(var operand, var qualifier) -> {
        writeOperand(operand);
        write(qualifier);
      }
    }
  }

  private void writeOperand(ObservationExpression operand) {
    switch (operand) {
      case Single _, Qualified _ -> write(operand);
      case ObservationExpression.And _, ObservationExpression.Or _, FollowedBy _ -> {
        text.append('(');
        write(operand);
        text.append(')');
      }
    }
  }

  private void write(Qualifier qualifier) {
    switch (qualifier) {
      case Qualifier.Within(var seconds) ->
          text.append(" WITHIN ").append(seconds.toPlainString()).append(" SECONDS");
      case Qualifier.Repeats(var times) -> text.append(" REPEATS ").append(times).append(" TIMES");
      case Qualifier.StartStop(var start, var stop) -> {
        text.append(" START ");
        write(start);
        text.append(" STOP ");
        write(stop);
      }
    }
  }

  private void write(ComparisonExpression expression) {
    switch (expression) {
      case ComparisonExpression.Or(var operands) -> join(operands, " OR ", this::writeOperand);
      case ComparisonExpression.And(var operands) -> join(operands, " AND ", this::writeOperand);
      case Existence(var path, var negated) -> {
        text.append(negated ? "NOT EXISTS " : "EXISTS ");
        write(path);
      }
      case Membership(var path, var negated, var constants) -> {
        write(path);
        text.append(negated ? " NOT IN (" : " IN (");
        join(constants, ", ", this::write);
        text.append(')');
      }
      case Comparison(var path, var negated, var operator, var constant) -> {
        write(path);
        text.append(negated ? " NOT " : " ").append(operator.symbol()).append(' ');
        write(constant);
      }
    }
  }

  private void writeOperand(ComparisonExpression operand) {
    switch (operand) {
      case Comparison _, Membership _, Existence _ -> write(operand);
      case ComparisonExpression.And _, ComparisonExpression.Or _ -> {
        text.append('(');
        write(operand);
        text.append(')');
      }
    }
  }

  private void write(ObjectPath path) {
    text.append(path.type());
    char separator = ':';
    for (var step : path.steps()) {
      switch (step) {
        case Property(var name) -> {
          text.append(separator);
          writeName(name);
        }
        case Index(var index) -> text.append('[').append(index).append(']');
        case AnyIndex() -> text.append("[*]");
      }
      separator = '.';
    }
  }

  private void writeName(String name) {
    if (isPlain(name)) text.append(name);
    else writeQuoted(name);
  }

  private static boolean isPlain(String name) {
    return PLAIN_NAME.matcher(name).matches() && !PatternScanner.isKeyword(name);
  }

  private void write(Constant constant) {
    switch (constant) {
      case Constant.Text(var value) -> writeQuoted(value);
      case Constant.Decimal(var value) -> text.append(value.toPlainString());
      case Constant.Truth(var value) -> text.append(value);
      case Constant.Base64Bytes(var base64) -> text.append("b'").append(base64).append('\'');
      case Constant.HexBytes(var digits) -> text.append("h'").append(digits).append('\'');
      case Constant.Timestamp(var time) -> text.append("t'").append(time).append('\'');
    }
  }

  private void writeQuoted(String value) {
    text.append('\'').append(value.replace("\\", "\\\\").replace("'", "\\'")).append('\'');
  }

  private <E> void join(List<E> elements, String word, Consumer<E> write) {
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) text.append(word);
      write.accept(elements.get(i));
    }
  }
}
