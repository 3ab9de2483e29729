package org.testigo.reports;

import java.io.OutputStream;
import java.util.Locale;
import org.testigo.cases.Case;
import org.testigo.cases.LedgerEntry;
import org.testigo.model.Unreadable;

/// Writes `ledger.jsonl`: the artifacts, then the files, each in its one state.
public final class LedgerJson {
  private LedgerJson() {}

  public static void write(Case theCase, OutputStream out) {
    try (var json = new JsonLines(out)) {
      theCase.ledger().artifacts().forEach(entry -> json.object(object -> entry(entry, object)));
      theCase.ledger().files().forEach(entry -> json.object(object -> entry(entry, object)));
    }
  }

  private static void entry(LedgerEntry entry, JsonLines json) {
    json.text("kind", entry.kind().name().toLowerCase(Locale.ROOT));
    json.text("id", entry.id()).text("file", entry.file()).text("state", entry.state().word());
    json.number("readings", entry.readings())
        .text("reason", entry.reason())
        .text("location", entry.location());
    switch (entry.kind()) {
      case FILE ->
          json.text("handedInAs", entry.handedInAs()).text("sha256", entry.sha256().orElse(""));
      case ARTIFACT -> json.texts("layouts", entry.layouts());
    }
    if (entry.unreadableCount() == 0) return;
    json.number("unreadableCount", entry.unreadableCount());
    json.list("unreadables", entry.unreadables(), unreadable -> unreadable(unreadable, json));
  }

  private static void unreadable(Unreadable unreadable, JsonLines json) {
    json.text("reason", unreadable.reason().name().toLowerCase(Locale.ROOT))
        .text("file", unreadable.source().file());
    json.text("location", unreadable.source().location().toString())
        .text("detail", unreadable.detail());
  }
}
