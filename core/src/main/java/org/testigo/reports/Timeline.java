package org.testigo.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.testigo.model.Moment;
import org.testigo.model.Observation;

/// Writes `timeline.jsonl` and `timeline.csv` with the columns that Timesketch asks for: one line
/// for every moment of every observation, in the order of reading. In the CSV a field that a
/// spreadsheet would take for a formula starts with an apostrophe; the JSON has it as it is.
public final class Timeline implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of(
          "message",
          "datetime",
          "timestamp",
          "timestamp_desc",
          "artifact",
          "file",
          "location",
          "raw");

  private final JsonLines json;
  private final Writer csv;

  public Timeline(OutputStream jsonl, OutputStream csv) {
    this.json = new JsonLines(jsonl);
    this.csv = new OutputStreamWriter(csv, StandardCharsets.UTF_8);
    line(COLUMNS);
  }

  public void add(Observation observation) {
    String message = Inert.encodable(Described.inOneLine(observation.object()));
    for (Moment moment : observation.moments()) add(observation, moment, message);
  }

  private void add(Observation observation, Moment moment, String message) {
    var source = observation.source();
    var values =
        List.of(
            message,
            moment.at().toString(),
            String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, moment.at())),
            moment.meaning().word(),
            source.artifact(),
            source.file(),
            source.location().toString(),
            moment.raw());
    line(values);
    json.object(object -> fields(object, values));
  }

  private static void fields(JsonLines json, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (COLUMNS.get(i).equals("timestamp"))
        json.number("timestamp", Long.parseLong(values.get(i)));
      else json.text(COLUMNS.get(i), values.get(i));
    }
  }

  private void line(List<String> fields) {
    try {
      csv.write(
          fields.stream()
              .map(Inert::encodable)
              .map(Inert::csvField)
              .collect(Collectors.joining(",")));
      csv.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
    csv.close();
  }
}
