package org.testigo.indicators.packs;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.testigo.indicators.Indicator;
import org.testigo.model.Text;

/// A value beside the word for its type, as MISP and the tables derived from it have them.
final class TypedValue {
  private TypedValue() {}

  /// Whether a value is only a pointer to a report: its category says so, and nobody marked it for
  /// detection.
  static boolean isReference(String category, boolean forDetection) {
    String word = category.strip().toLowerCase(Locale.ROOT);
    return !forDetection && (word.equals("external analysis") || word.equals("internal reference"));
  }

  /// Gives the value, or both of a pair such as `filename|md5`; refuses it where its type names
  /// nothing that can be looked for.
  static void give(
      String word, String value, BiFunction<String, String, Indicator> indicator, PackSink sink) {
    int bar = word.indexOf('|');
    int divider = bar < 0 ? -1 : value.indexOf('|');
    if (divider < 0) {
      giveOne(bar < 0 ? word : word.substring(0, bar), value, indicator, sink);
      return;
    }
    giveOne(word.substring(0, bar), value.substring(0, divider), indicator, sink);
    String second = word.substring(bar + 1);
    if (!second.equals("port") && !second.equals("value"))
      giveOne(second, value.substring(divider + 1), indicator, sink);
  }

  private static void giveOne(
      String word, String raw, BiFunction<String, String, Indicator> indicator, PackSink sink) {
    String value = Defanged.restore(raw);
    Optional<String> type = ValueType.ofWord(word, value);
    if (type.isPresent()) sink.add(indicator.apply(type.get(), value));
    else sink.refuse(raw, Text.of(PackFormat.class, "type-unknown", word));
  }
}
