package org.testigo.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON, one object per line or one object per file; every text is made encodable first.
public final class JsonLines implements AutoCloseable {
  private static final JsonFactory FACTORY = JsonFactory.builder().rootValueSeparator("").build();

  private final OutputStream out;
  private final JsonGenerator json;

  public JsonLines(OutputStream out) {
    this.out = out;
    this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /// Writes one object and ends the line.
  public void object(Consumer<JsonLines> content) {
    json.writeStartObject();
    content.accept(this);
    json.writeEndObject();
    endLine();
  }

  /// Writes an array of objects, one on a line, and ends the line.
  public <T> void array(Collection<T> values, Consumer<T> content) {
    json.writeStartArray();
    boolean isFirst = true;
    for (T value : values) {
      json.writeRaw(isFirst ? "\n" : "");
      isFirst = false;
      json.writeStartObject();
      content.accept(value);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    json.writeEndArray();
    endLine();
  }

  private void endLine() {
    json.flush();
    json.writeRaw('\n');
  }

  public JsonLines text(String name, String value) {
    json.writeStringProperty(name, Inert.encodable(value));
    return this;
  }

  /// Empty where there is none.
  public JsonLines time(String name, Optional<Instant> time) {
    return text(name, time.map(Instant::toString).orElse(""));
  }

  public JsonLines number(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  public JsonLines truth(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  public JsonLines inside(String name, Consumer<JsonLines> content) {
    json.writeObjectPropertyStart(name);
    content.accept(this);
    json.writeEndObject();
    return this;
  }

  public JsonLines texts(String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> json.writeString(Inert.encodable(value)));
    json.writeEndArray();
    return this;
  }

  public <T> JsonLines list(String name, Collection<T> values, Consumer<T> content) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      content.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  @Override
  public void close() {
    json.close();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
