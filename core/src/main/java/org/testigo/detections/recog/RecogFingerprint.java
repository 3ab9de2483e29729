package org.testigo.detections.recog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.testigo.indicators.patterns.BoundedExpression;

/// A fingerprint of Recog: an expression over one text, and what it says of the software.
///
/// @param start what the text must begin with where it is one line; empty where nothing is sure
public record RecogFingerprint(
    String description,
    String pattern,
    BoundedExpression expression,
    String start,
    List<Param> params,
    List<Example> examples) {
  private static final Pattern REFERENCE = Pattern.compile("\\{([^\\s{}]+)}");

  public RecogFingerprint {
    params = List.copyOf(params);
    examples = List.copyOf(examples);
  }

  /// A value that a match gives.
  ///
  /// @param position of the group that holds it; 0 where `value` does
  /// @param value may refer to others as `{name}`
  public record Param(int position, String name, String value) {}

  /// A text that must match, and the values that it must give.
  ///
  /// @param file the name of the file that holds it; empty where it is given
  public record Example(String text, String file, Map<String, String> expected) {}

  /// What it says of a text; empty where it does not match.
  ///
  /// @param protocol of the file, which a match gives where it gives no other
  public Optional<Map<String, String>> match(String text, String protocol) {
    boolean cannotMatch = !text.startsWith(start) && text.indexOf('\n') < 0;
    if (cannotMatch) return Optional.empty();
    return expression.find(text).map(found -> values(found, protocol));
  }

  private Map<String, String> values(MatchResult found, String protocol) {
    var values = new LinkedHashMap<String, String>();
    for (Param param : params) {
      String value = param.position() == 0 ? param.value() : found.group(param.position());
      if (value != null) values.put(param.name(), value);
    }
    if (!protocol.isEmpty()) values.putIfAbsent("service.protocol", protocol);
    for (Param param : params)
      if (param.position() == 0) values.put(param.name(), filled(param, values));
    values.keySet().removeIf(name -> name.startsWith("_tmp."));
    return values;
  }

  /// A version that is not there is `-` in a CPE name; everything else that is not there is left
  /// out.
  private static String filled(Param param, Map<String, String> values) {
    return REFERENCE
        .matcher(param.value())
        .replaceAll(reference -> {
          String missing = param.name().endsWith(".cpe23") ? "-" : "";
          return java.util.regex.Matcher.quoteReplacement(
              values.getOrDefault(reference.group(1), missing));
        });
  }
}
