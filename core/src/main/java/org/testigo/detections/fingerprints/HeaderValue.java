package org.testigo.detections.fingerprints;

import java.util.Optional;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.HttpAnswer;

/// Whether a header field is there and its value passes a test.
///
/// @param name of the field
/// @param spelled whether the name must be spelt exactly so
record HeaderValue(String name, boolean spelled, ByteTest test)
    implements Single.Question<AnswerTarget> {

  @Override
  public Truth test(AnswerTarget target) {
    if (target.http().isEmpty()) return Truth.NO;
    if (spelled && !target.answer().orderKnown()) return Truth.UNKNOWN;
    return Truth.of(field(target).isPresent());
  }

  @Override
  public void cite(AnswerTarget target, Citations citations) {
    field(target).ifPresent(field -> citations.cite(field.line()));
  }

  @Override
  public Literals literals() {
    var ofName =
        spelled
            ? Literals.of(
                new Bytes((name + ":").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
            : Literals.NONE;
    return Literals.best(java.util.List.of(ofName, test.literals()));
  }

  private Optional<HttpAnswer.Field> field(AnswerTarget target) {
    var http = target.http();
    if (http.isEmpty()) return Optional.empty();
    for (HttpAnswer.Field field : http.get().fields())
      if (isNamed(field) && passes(http.get(), field)) return Optional.of(field);
    return Optional.empty();
  }

  private boolean isNamed(HttpAnswer.Field field) {
    return spelled ? field.name().equals(name) : field.name().equalsIgnoreCase(name);
  }

  private boolean passes(HttpAnswer http, HttpAnswer.Field field) {
    var value = field.value();
    return test.find(http.raw().array(), value.offsetBytes(), value.endBytes()).isPresent();
  }
}
