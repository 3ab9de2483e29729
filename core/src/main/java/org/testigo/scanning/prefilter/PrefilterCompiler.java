package org.testigo.scanning.prefilter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.Prefilter;
import org.testigo.model.scan.Subject;
import org.testigo.scans.Carriage;
import org.testigo.scans.Carriage.Spelling;

/// Turns literals into a search over the raw bytes of a format, which writes what it carries in its
/// own way.
///
/// The search finds a place in every line that holds a literal, in whatever legal spelling.
public final class PrefilterCompiler {
  /// What stands before every certificate in PEM.
  private static final byte[] PEM_BEGIN = "BEGIN CERTIFICATE".getBytes(US_ASCII);

  private final Collection<Literal> literals;
  private final List<Pattern> patterns = new ArrayList<>();
  private boolean isEverywhere;

  private PrefilterCompiler(Collection<Literal> literals) {
    this.literals = literals;
  }

  /// A search for literals as a format carries their subjects. Finds everything where a literal is
  /// too short or the format tears it apart, and nothing where no literal can stand in the format.
  public static Prefilter compile(Collection<Literal> literals, List<Carriage> carriages) {
    return compile(literals, carriages, List.of());
  }

  /// The same, and for texts that the format writes as they are, whatever they belong to:
  /// addresses, digests and names, in either case.
  public static Prefilter compile(
      Collection<Literal> literals, List<Carriage> carriages, Collection<String> texts) {
    var compiler = new PrefilterCompiler(literals);
    carriages.forEach(compiler::add);
    texts.forEach(compiler::add);
    if (compiler.isEverywhere) return Prefilter.EVERYWHERE;
    if (compiler.patterns.isEmpty()) return Prefilter.NOWHERE;
    return new BlockPrefilter(compiler.patterns);
  }

  private void add(String text) {
    patterns.add(new UnusualEscape());
    add(searchable(AnyCasePattern.of(text)));
  }

  private void add(Carriage carriage) {
    List<Bytes> carried =
        literals.stream()
            .filter(literal -> literal.subject() == carriage.subject())
            .map(Literal::bytes)
            .toList();
    if (carried.isEmpty()) return;
    for (Bytes literal : carried) {
      if (isOfAnyCase(carriage.subject())) addOfAnyCase(literal.array(), carriage.spelling());
      else add(literal.array(), carriage.spelling());
    }
    switch (carriage.spelling()) {
      case JSON_TEXT, BASE64, HEX, PEM -> patterns.add(new UnusualEscape());
      case QUOTED_PRINTABLE -> patterns.add(new UnusualQuoted());
      case RAW, APART -> {}
    }
  }

  /// Names and computed values are compared in lower case; formats may write them otherwise.
  private static boolean isOfAnyCase(Subject subject) {
    return switch (subject) {
      case NAME, IMPORTED -> true;
      case ANSWER, CERTIFICATE -> false;
    };
  }

  private void addOfAnyCase(byte[] literal, Spelling spelling) {
    switch (spelling) {
      case RAW -> add(Spellings.raw(literal).patternsOfAnyCase());
      case JSON_TEXT -> add(Spellings.json(literal).patternsOfAnyCase());
      case BASE64, HEX, QUOTED_PRINTABLE, PEM, APART -> isEverywhere = true;
    }
  }

  private void add(byte[] literal, Spelling spelling) {
    switch (spelling) {
      case RAW -> add(Spellings.raw(literal).patterns());
      case JSON_TEXT -> add(Spellings.json(literal).patterns());
      case BASE64 ->
          Base64Phases.of(literal).forEach(digits -> add(Spellings.base64(digits).patterns()));
      case HEX -> add(searchable(AnyCasePattern.hex(literal)));
      case PEM -> add(Spellings.json(PEM_BEGIN).patterns());
      case QUOTED_PRINTABLE -> add(Spellings.quotedPrintable(literal).patterns());
      case APART -> isEverywhere = true;
    }
  }

  private static Optional<List<Pattern>> searchable(Pattern pattern) {
    return pattern.length() < BlockPrefilter.BLOCK_BYTES
        ? Optional.empty()
        : Optional.of(List.of(pattern));
  }

  private void add(Optional<List<Pattern>> found) {
    found.ifPresentOrElse(patterns::addAll, () -> isEverywhere = true);
  }
}
