package org.testigo.reports;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.testigo.cases.Case;

/// Writes `run.json`: clock, duration, user, machine and paths, the only file that differs between
/// two equal runs.
public final class RunJson {
  public static final String NAME = "run.json";

  private RunJson() {}

  /// Who did it, when, where and with what.
  public record Facts(
      Instant startedAt,
      Duration duration,
      String user,
      String system,
      String java,
      String input,
      List<String> packs,
      String folder,
      Case.Tool tool) {
    public Facts {
      packs = List.copyOf(packs);
    }
  }

  public static void write(Facts facts, OutputStream out) {
    try (var json = new JsonLines(out)) {
      json.object(object -> content(facts, object));
    }
  }

  private static void content(Facts facts, JsonLines json) {
    json.number("schemaVersion", CaseJson.SCHEMA_VERSION);
    json.text("startedAt", facts.startedAt().toString())
        .number("durationMillis", facts.duration().toMillis());
    json.text("user", facts.user()).text("system", facts.system()).text("java", facts.java());
    json.text("input", facts.input()).texts("packs", facts.packs()).text("folder", facts.folder());
    json.text("tool", facts.tool().name()).text("toolVersion", facts.tool().version());
  }
}
