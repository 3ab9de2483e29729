package org.testigo.reports.atlas;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.testigo.reports.JsonLines;

/// Writes `run.json` of an atlas folder: clock, duration, user, machine and paths, the only file
/// that differs between two equal runs.
public final class TraceRunJson {
  private TraceRunJson() {}

  /// Who did it, when, where and with what.
  public record Facts(
      Instant startedAt,
      Duration duration,
      String user,
      String system,
      String java,
      List<String> inputs,
      List<String> claims,
      List<String> fingerprints,
      List<String> networks,
      String folder,
      String toolVersion) {
    public Facts {
      inputs = List.copyOf(inputs);
      claims = List.copyOf(claims);
      fingerprints = List.copyOf(fingerprints);
      networks = List.copyOf(networks);
    }
  }

  public static void write(Facts facts, OutputStream out) {
    try (var json = new JsonLines(out)) {
      json.object(object -> content(facts, object));
    }
  }

  private static void content(Facts facts, JsonLines json) {
    json.number("schemaVersion", SummaryJson.SCHEMA_VERSION);
    json.text("startedAt", facts.startedAt().toString())
        .number("durationMillis", facts.duration().toMillis());
    json.text("user", facts.user()).text("system", facts.system()).text("java", facts.java());
    json.texts("inputs", facts.inputs()).texts("claims", facts.claims());
    json.texts("fingerprints", facts.fingerprints()).texts("networks", facts.networks());
    json.text("folder", facts.folder());
    json.text("tool", "testigo").text("toolVersion", facts.toolVersion());
  }
}
