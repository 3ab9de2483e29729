package org.testigo.reports.atlas.page;

import java.util.List;
import org.testigo.reports.html.Tables;

/// The record: what was read, how much of it, the table of networks, how it was done and its
/// limits.
final class RecordPart {
  private static final List<String> METHOD =
      List.of("method.hosts", "method.clusters", "method.grades", "method.roles", "method.places");

  private final Sheet sheet;
  private final AtlasPage.Making making;

  RecordPart(Sheet sheet, AtlasPage.Making making) {
    this.sheet = sheet;
    this.making = making;
  }

  void write() {
    var html = sheet.html();
    html.open("section", "id", "record").element("h2", sheet.say("part.record"));
    inputs();
    html.element("h3", sheet.say("method"));
    html.items("ul", METHOD.stream().map(sheet::say).toList());
    html.element("h3", sheet.say("networks"));
    var credit = sheet.atlas().networks().credit();
    html.element("p", credit.isEmpty() ? sheet.say("no-networks") : credit);
    html.element("p", sheet.say("map-credit"));
    html.close();
  }

  private void inputs() {
    sheet
        .tables()
        .begin(
            sheet.say("inputs"),
            List.of("file", "format", "read", "decoded", "refused").stream()
                .map(name -> sheet.say("column." + name))
                .toList());
    for (AtlasPage.Input input : making.inputs())
      sheet
          .tables()
          .row(
              "",
              Tables.evidence(input.name()),
              Tables.words(input.format()),
              sheet.count(input.read()),
              sheet.count(input.decoded()),
              sheet.count(input.refused()));
    sheet.tables().end();
  }
}
