package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.HttpAnswer;

/// Finds a value of an answer behind marks that follow each other, up to a last mark.
///
/// @param header the field whose value is searched; empty for the body
/// @param after marks that stand before it, in their order
/// @param before the mark behind it; of no bytes where it goes to the end of what is searched
/// @param longest a longer value is none
record BetweenMarks(String header, List<Bytes> after, Bytes before, int longest) {
  BetweenMarks {
    after = List.copyOf(after);
  }

  Optional<Extent> find(AnswerTarget target) {
    if (target.http().isEmpty()) return Optional.empty();
    var http = target.http().get();
    if (header.isEmpty()) return find(http.body().bytes().array(), http.body().content());
    for (HttpAnswer.Field field : http.fields())
      if (field.name().equalsIgnoreCase(header)) return find(http.raw().array(), field.value());
    return Optional.empty();
  }

  private Optional<Extent> find(byte[] bytes, Extent within) {
    int at = within.offsetBytes();
    int end = within.endBytes();
    for (Bytes mark : after) {
      int found = ByteSearch.indexOf(bytes, at, end, mark.array());
      if (found < 0) return Optional.empty();
      at = found + mark.length();
    }
    int to = before.length() == 0 ? end : ByteSearch.indexOf(bytes, at, end, before.array());
    return to < 0 || to - at > longest ? Optional.empty() : Optional.of(Extent.between(at, to));
  }

  /// The value as text, which pages write in UTF-8.
  String text(AnswerTarget target, Extent found) {
    return new String(bytes(target), found.offsetBytes(), found.lengthBytes(), UTF_8);
  }

  void cite(AnswerTarget target, Extent found, Citations citations) {
    if (header.isEmpty())
      target.http().ifPresent(http -> target.citeBody(http.body(), found, citations));
    else citations.cite(found);
  }

  private byte[] bytes(AnswerTarget target) {
    return target
        .http()
        .map(http -> header.isEmpty() ? http.body().bytes().array() : http.raw().array())
        .orElse(new byte[0]);
  }
}
