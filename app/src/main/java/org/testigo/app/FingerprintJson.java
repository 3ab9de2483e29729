package org.testigo.app;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Locale;
import org.testigo.detections.fingerprints.Fingerprint;
import org.testigo.reports.Inert;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A rule as one line of JSON.
final class FingerprintJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private FingerprintJson() {}

  static String line(Fingerprint fingerprint, Locale locale) {
    var out = new StringWriter();
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("id", fingerprint.id());
      json.writeStringProperty("family", fingerprint.family());
      json.writeStringProperty("generation", fingerprint.generation());
      json.writeStringProperty("subject", fingerprint.subject().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("strength", fingerprint.strength().word());
      text(json, "description", fingerprint.description().in(locale));
      json.writeStringProperty("validFrom", day(fingerprint.validFrom()));
      json.writeStringProperty("validUntil", day(fingerprint.validUntil()));
      json.writeObjectPropertyStart("source");
      source(json, fingerprint.source());
      json.writeEndObject();
      text(json, "file", fingerprint.file());
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void source(JsonGenerator json, Fingerprint.Source source) {
    text(json, "title", source.title());
    text(json, "author", source.author());
    text(json, "url", source.url());
    json.writeStringProperty("date", day(source.date()));
  }

  private static void text(JsonGenerator json, String name, String value) {
    json.writeStringProperty(name, Inert.encodable(value));
  }

  private static String day(java.util.Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
