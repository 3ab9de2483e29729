package org.testigo.scanning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.Prefilter;
import org.testigo.model.scan.Subject;
import org.testigo.scanning.prefilter.PrefilterCompiler;
import org.testigo.scans.Carriage;
import org.testigo.scans.ScanFormat;
import org.testigo.scans.ScanFormat.Order;

/// What each pass searches for and how it looks at what it found, as long as the ties do not
/// change.
///
/// Safe for several threads.
final class Looks {
  private final Rules rules;
  private final Views views;
  private final Ties ties;

  /// By the format's id, what is searched for in a pass; to build a search takes milliseconds.
  private final ConcurrentMap<Searched, Prefilter> prefilters = new ConcurrentHashMap<>();

  private record Searched(Pass pass, String format) {}

  Looks(Rules rules, Views views, Ties ties) {
    this.rules = rules;
    this.views = views;
    this.ties = ties;
  }

  Look look(Pass pass) {
    return switch (pass) {
      case FIRST -> new FirstLook(rules, views);
      case AGAIN -> new SecondLook(rules, views, ties, false);
      case LATE -> new SecondLook(rules, views, ties, true);
    };
  }

  Prefilter prefilter(Pass pass, ScanFormat format) {
    return prefilters.computeIfAbsent(
        new Searched(pass, format.spec().id()), searched -> compile(pass, format));
  }

  private Prefilter compile(Pass pass, ScanFormat format) {
    return switch (pass) {
      case FIRST -> forRules(format, List.of());
      case AGAIN ->
          PrefilterCompiler.compile(ties.literals(), format.spec().carries(), ties.texts());
      case LATE -> forRules(format, ties.texts());
    };
  }

  /// That of the pass before through the same files.
  Optional<Prefilter> before(Pass pass, ScanFormat format) {
    return switch (pass) {
      case FIRST, LATE -> Optional.empty();
      case AGAIN -> Optional.of(prefilter(Pass.FIRST, format));
    };
  }

  /// Finds what the rules may match, and, where texts are given, what is tied to hits.
  private Prefilter forRules(ScanFormat format, Collection<String> texts) {
    var carries = format.spec().carries().stream().filter(each -> !isByName(format, each)).toList();
    boolean mustSeeAll =
        carries.stream().anyMatch(carriage -> rules.hasRuleWithoutLiteral(carriage.subject()));
    if (mustSeeAll) return Prefilter.EVERYWHERE;
    var literals = new ArrayList<Literal>(rules.literals());
    if (!texts.isEmpty()) literals.addAll(ties.literals());
    return PrefilterCompiler.compile(literals, carries, texts);
  }

  /// Whether certificates stand in a format by their digests alone. Rules can say nothing of them
  /// until they are joined to bodies, and what is joined is searched for by its digest.
  private static boolean isByName(ScanFormat format, Carriage carriage) {
    return format.spec().order() != Order.SHOWS
        && carriage.subject() == Subject.CERTIFICATE
        && carriage.spelling() == Carriage.Spelling.APART;
  }
}
