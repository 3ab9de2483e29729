package org.testigo.indicators.patterns;

import java.nio.file.Path;
import java.util.List;

/// The published test vectors of the patterning language.
final class Vectors {
  static final String SYNTAX = "standards/stix/pattern-syntax-vectors.A.json";
  static final String MATCHING = "standards/stix/pattern-match-vectors.A.json";

  /// A pattern that a version of the grammar accepts or refuses.
  record Syntax(String pattern, StixVersion version, boolean valid) {}

  /// A pattern, the place of the set of observations that it is held against, and what comes out.
  record Matching(String test, String pattern, int observations, String expected) {}

  private Vectors() {}

  static List<Matching> matching(Path file) {
    return elements(at(JsonTree.read(file), "vectors")).stream()
        .map(vector ->
            new Matching(
                text(vector, "test"),
                text(vector, "pattern"),
                ((StixNode.Decimal) at(vector, "observations")).value().intValueExact(),
                text(vector, "expect")))
        .toList();
  }

  static List<List<ObservedData>> observations(Path file) {
    return elements(at(JsonTree.read(file), "observation_sets")).stream()
        .map(ObservedData::read)
        .toList();
  }

  static List<Syntax> syntax(Path file) {
    return elements(JsonTree.read(file)).stream()
        .map(vector ->
            new Syntax(
                text(vector, "pattern"), version(text(vector, "version")), truth(vector, "valid")))
        .toList();
  }

  static List<String> matchingPatterns(Path file) {
    return elements(at(JsonTree.read(file), "vectors")).stream()
        .map(vector -> text(vector, "pattern"))
        .toList();
  }

  static StixVersion version(String number) {
    return number.equals("2.0") ? StixVersion.V2_0 : StixVersion.V2_1;
  }

  static List<StixNode> elements(StixNode list) {
    return ((StixNode.Listing) list).elements();
  }

  static StixNode at(StixNode object, String key) {
    return ((StixNode.Dictionary) object).get(key).orElseThrow();
  }

  static String text(StixNode object, String key) {
    return ((StixNode.Text) at(object, key)).value();
  }

  private static boolean truth(StixNode object, String key) {
    return ((StixNode.Truth) at(object, key)).value();
  }
}
