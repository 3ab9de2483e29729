package org.testigo.scanning.prefilter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How the characters of a literal may be written in a text, and which part of it is best searched
/// for.
///
/// @param characters the ways to write each character, the plain one first; none where the ways
///   cannot be told, so that nothing is searched for across it
record Spellings(List<List<String>> characters) {
  /// A part of so many characters that have one spelling only is enough.
  private static final int GOOD_LENGTH = 6;

  /// The most ways to write one part.
  private static final int MAX_VARIANTS = 256;

  Spellings {
    characters = characters.stream().map(List::copyOf).toList();
  }

  /// The patterns of which one stands wherever the literal does; empty where no part is long enough
  /// to be searched for.
  Optional<List<Pattern>> patterns() {
    return patterns(text -> new ExactPattern(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /// The same, with letters of either case.
  Optional<List<Pattern>> patternsOfAnyCase() {
    return patterns(AnyCasePattern::of);
  }

  private Optional<List<Pattern>> patterns(Function<String, Pattern> pattern) {
    List<String> plain = variants(longestPart(1));
    List<String> any = variants(longestPart(MAX_VARIANTS));
    if (isSearchable(plain, GOOD_LENGTH)) return Optional.of(plain.stream().map(pattern).toList());
    if (isSearchable(any, BlockPrefilter.BLOCK_BYTES))
      return Optional.of(any.stream().map(pattern).toList());
    return Optional.empty();
  }

  private static boolean isSearchable(List<String> variants, int length) {
    return variants.stream().allMatch(variant -> variant.length() >= length);
  }

  /// The longest run of characters that can be written in at most so many ways; the last of
  /// several.
  private List<List<String>> longestPart(int mostVariants) {
    int bestFrom = 0;
    int bestTo = 0;
    for (int from = 0; from < characters.size(); from++) {
      int to = end(from, mostVariants);
      if (to - from >= bestTo - bestFrom) {
        bestFrom = from;
        bestTo = to;
      }
    }
    return characters.subList(bestFrom, bestTo);
  }

  private int end(int from, int mostVariants) {
    long variants = 1;
    int to = from;
    while (to < characters.size()) {
      variants *= characters.get(to).size();
      if (variants == 0 || variants > mostVariants) return to;
      to++;
    }
    return to;
  }

  private static List<String> variants(List<List<String>> part) {
    List<String> variants = List.of("");
    for (List<String> character : part) {
      var longer = new ArrayList<String>();
      for (String begun : variants) for (String end : character) longer.add(begun + end);
      variants = longer;
    }
    return variants;
  }

  /// Bytes as they are, but for a quote: tables write it twice.
  static Spellings raw(byte[] literal) {
    return of(
        literal,
        character ->
            character == '"' ? List.of("\"", "\"\"") : List.of(String.valueOf((char) character)));
  }

  /// Characters of a JSON string. A line with an unusual escape is looked at by [UnusualEscape].
  static Spellings json(byte[] literal) {
    return of(literal, Spellings::json);
  }

  private static List<String> json(int character) {
    if (UnusualEscape.isPlain(character)) return List.of(String.valueOf((char) character));
    if (character >= 0x7f) return List.of();
    var ways = new ArrayList<String>();
    if (character >= 0x20 && character != '"' && character != '\\')
      ways.add(String.valueOf((char) character));
    int shortForm = "\b\f\n\r\t\"\\/".indexOf(character);
    if (shortForm >= 0) ways.add("\\" + "bfnrt\"\\/".charAt(shortForm));
    ways.add("\\u%04x".formatted(character));
    String upper = "\\u%04X".formatted(character); // only the last digit can be a letter
    if (!ways.contains(upper)) ways.add(upper);
    return ways;
  }

  /// Digits of base64 in a JSON string or a table, of either alphabet.
  static Spellings base64(String digits) {
    return of(
        digits.getBytes(StandardCharsets.US_ASCII),
        digit ->
            switch (digit) {
              case '+' -> List.of("+", "-", "\\u002b", "\\u002B");
              case '/' -> List.of("/", "_", "\\/", "\\u002f", "\\u002F");
              default -> List.of(String.valueOf((char) digit));
            });
  }

  /// Quoted-printable: letters and digits as they are; others may be written in ways that differ
  /// between tools. A line with an unusual escape is looked at by [UnusualQuoted].
  static Spellings quotedPrintable(byte[] literal) {
    return of(
        literal,
        character ->
            UnusualQuoted.isPlain(character)
                ? List.of(String.valueOf((char) character))
                : List.of());
  }

  private interface Ways {
    List<String> of(int character);
  }

  private static Spellings of(byte[] literal, Ways ways) {
    var characters = new ArrayList<List<String>>();
    for (byte character : literal) characters.add(ways.of(character & 0xff));
    return new Spellings(characters);
  }
}
