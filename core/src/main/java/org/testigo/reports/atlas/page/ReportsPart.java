package org.testigo.reports.atlas.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.infrastructure.Claim;
import org.testigo.infrastructure.ProxySuspicion;
import org.testigo.infrastructure.Reprovision;
import org.testigo.reports.html.Tables;

/// What reports published, what appeared after them, and the signs of proxies: each with its
/// source.
final class ReportsPart {
  private final Sheet sheet;

  ReportsPart(Sheet sheet) {
    this.sheet = sheet;
  }

  /// What a report said in the same words of several subjects.
  private record Saying(String predicate, String object, String published) {}

  /// Claims as sentences that name who said it and when, one for all subjects of which the same was
  /// said.
  static List<String> sentences(Sheet sheet, List<Claim> claims) {
    Map<Saying, Set<String>> subjects = new LinkedHashMap<>();
    for (Claim claim : claims)
      subjects
          .computeIfAbsent(
              new Saying(claim.predicate(), claim.object(), sheet.publishedBy(claim)),
              saying -> new LinkedHashSet<>())
          .add(sheet.named(claim.subject()));
    return subjects.entrySet().stream()
        .map(one -> sentence(sheet, one.getKey(), List.copyOf(one.getValue())))
        .toList();
  }

  private static String sentence(Sheet sheet, Saying saying, List<String> subjects) {
    var key =
        switch (saying.predicate()) {
          case Claim.ROLE -> "claim.role";
          case Claim.OPERATOR_COUNTRY -> "claim.operator-country";
          case Claim.FORWARDS_TO -> "claim.forwards-to";
          default -> "claim.other";
        };
    boolean isCountry = saying.predicate().equals(Claim.OPERATOR_COUNTRY);
    var object = isCountry ? sheet.country(saying.object()) : sheet.named(saying.object());
    return sheet.say(key, sheet.some(subjects), object, saying.published(), saying.predicate());
  }

  void write() {
    var html = sheet.html();
    var atlas = sheet.atlas();
    html.open("section", "id", "reports").element("h2", sheet.say("part.reports"));
    if (atlas.claims().isEmpty()) html.element("p", sheet.say("no-claims"));
    else claims();
    if (!atlas.reprovisions().isEmpty()) reprovisions();
    if (!atlas.suspicions().isEmpty()) suspicions();
    html.close();
  }

  private void begin(String caption, String... columns) {
    sheet.tables().beginSortable(caption, sheet.columns(columns));
  }

  private void claims() {
    var html = sheet.html();
    html.element("p", sheet.say("claims-meaning"));
    begin(
        sheet.say("claims-table", sheet.atlas().claims().size()),
        "subject",
        "said",
        "object",
        "report",
        "date",
        "#meets");
    for (var matched : sheet.atlas().claims()) {
      var claim = matched.claim();
      sheet
          .tables()
          .row(
              "",
              Tables.evidence(sheet.named(claim.subject())),
              Tables.evidence(claim.predicate()),
              Tables.evidence(sheet.named(claim.object())),
              Tables.evidence(claim.report()),
              Sheet.day(claim.date().map(Object::toString)),
              sheet.count(matched.addresses().size()));
    }
    sheet.tables().end();
  }

  private void reprovisions() {
    var html = sheet.html();
    html.element("h3", sheet.say("after-reports")).element("p", sheet.say("after-meaning"));
    begin("", "report", "date", "cluster", "certificate", "new-servers");
    for (Reprovision one : sheet.atlas().reprovisions())
      sheet
          .tables()
          .row(
              "",
              Tables.evidence(one.report()),
              Sheet.day(Optional.of(one.date().toString())),
              Tables.words(one.cluster()),
              Tables.evidence(one.certificate()),
              Tables.evidence(sheet.addresses(one.addresses())));
    sheet.tables().end();
  }

  private void suspicions() {
    var html = sheet.html();
    html.element("h3", sheet.say("suspicions")).element("p", sheet.say("suspicions-meaning"));
    begin("", "address", "served-from", "generated-for", "quoted", "where");
    for (ProxySuspicion one : sheet.atlas().suspicions())
      sheet
          .tables()
          .row(
              "",
              Tables.evidence(sheet.shown().apply(one.address())),
              Tables.words(sheet.country(one.servedFrom())),
              Tables.words(sheet.country(one.generatedFor())),
              Tables.evidence(one.quoted()),
              Tables.evidence(one.source().file() + ":" + one.source().entry()));
    sheet.tables().end();
  }
}
