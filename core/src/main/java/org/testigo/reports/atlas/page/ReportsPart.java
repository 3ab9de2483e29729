package org.testigo.reports.atlas.page;

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

  /// A claim as a sentence that names who said it and when.
  static String sentence(Sheet sheet, Claim claim) {
    var key =
        switch (claim.predicate()) {
          case Claim.ROLE -> "claim.role";
          case Claim.OPERATOR_COUNTRY -> "claim.operator-country";
          case Claim.FORWARDS_TO -> "claim.forwards-to";
          default -> "claim.other";
        };
    var object =
        claim.predicate().equals(Claim.OPERATOR_COUNTRY)
            ? sheet.country(claim.object())
            : sheet.named(claim.object());
    return sheet.say(
        key, sheet.named(claim.subject()), object, sheet.publishedBy(claim), claim.predicate());
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
              Sheet.day(java.util.Optional.of(one.date().toString())),
              Tables.words(one.cluster()),
              Tables.evidence(one.certificate()),
              Tables.evidence(sheet.addresses(one.addresses(), 12)));
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
