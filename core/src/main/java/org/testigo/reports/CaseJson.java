package org.testigo.reports;

import java.io.OutputStream;
import java.util.Map;
import org.testigo.cases.Case;
import org.testigo.cases.PackEntry;
import org.testigo.model.DataClass;
import org.testigo.model.LedgerState;

/// Writes `case.json`: verdict, inputs, packs and counts. Its schema is
/// `docs/reference/case.schema.json`.
public final class CaseJson {
  static final int SCHEMA_VERSION = 1;

  private CaseJson() {}

  public static void write(Case theCase, Words words, OutputStream out) {
    try (var json = new JsonLines(out)) {
      json.object(object -> content(theCase, words, object));
    }
  }

  private static void content(Case theCase, Words words, JsonLines json) {
    json.number("schemaVersion", SCHEMA_VERSION);
    json.text("verdict", theCase.conclusion().verdict().word());
    json.truth("complete", theCase.conclusion().isComplete());
    json.list("inputs", theCase.inputs(), input -> input(input, json));
    json.inside("device", device -> device(theCase, device));
    json.list("packs", theCase.packs(), pack -> pack(pack, words, json));
    json.number("indicators", theCase.indicators());
    json.inside("artifacts", counts -> counts(theCase.ledger().artifactsByState(), counts));
    json.inside("files", counts -> counts(theCase.ledger().filesByState(), counts));
    json.number("findings", theCase.findings().size());
    json.texts("gaps", theCase.conclusion().gaps().stream().map(gap -> gap.id()).toList());
    json.texts(
        "checksFailed", theCase.conclusion().checksFailed().stream().map(words::say).toList());
    json.truth("usedTheClock", theCase.conclusion().usedTheClock());
    json.inside("options", options -> options(theCase, words, options));
    json.inside(
        "tool",
        tool -> tool.text("name", theCase.tool().name()).text("version", theCase.tool().version()));
  }

  private static void input(Case.Input input, JsonLines json) {
    json.text("name", input.name())
        .text("kind", input.kind())
        .text("sha256", input.sha256())
        .number("bytes", input.bytes());
  }

  private static void device(Case theCase, JsonLines json) {
    var device = theCase.device();
    json.text("productType", device.productType().orElse(""));
    json.text("osVersion", device.osVersion().map(Object::toString).orElse(""));
    json.text("build", device.build().orElse(""));
    json.truth("encrypted", device.encrypted());
    json.time("takenAt", device.takenAt());
  }

  private static void pack(PackEntry pack, Words words, JsonLines json) {
    json.text("name", pack.name())
        .text("sha256", pack.sha256())
        .number("indicators", pack.indicators());
    json.truth("loaded", pack.loaded());
    json.list(
        "refused",
        pack.refused(),
        refusal -> json.text("subject", refusal.subject()).text("why", words.say(refusal.why())));
  }

  private static void counts(Map<LedgerState, Integer> counts, JsonLines json) {
    for (LedgerState state : LedgerState.values())
      json.number(state.word(), counts.getOrDefault(state, 0));
  }

  private static void options(Case theCase, Words words, JsonLines json) {
    json.texts("without", theCase.options().without().stream().map(DataClass::word).toList());
    json.text("hash", theCase.options().hashAll() ? "all" : "read");
    json.truth("timeline", theCase.options().timeline());
    json.text("language", words.locale().getLanguage());
  }
}
