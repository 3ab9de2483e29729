package org.testigo.detections.fingerprints;

import java.util.Optional;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.HttpAnswer;

/// A stretch of an answer that a test looks at.
///
/// @param ofWire whether the test needs the bytes of the wire, which some formats have lost
record AnswerPart(Part part, ByteTest test, boolean ofWire)
    implements Single.Question<AnswerTarget> {

  /// Which stretch.
  enum Part {
    /// The first line without its line end.
    STATUS_LINE,
    /// The status line and the header, with the empty line.
    HEAD,
    /// The content, joined from its chunks.
    BODY,
    /// Everything, whatever the protocol.
    ANSWER
  }

  @Override
  public Truth test(AnswerTarget target) {
    if (ofWire && !target.answer().orderKnown()) return Truth.UNKNOWN;
    return Truth.of(find(target).isPresent());
  }

  @Override
  public void cite(AnswerTarget target, Citations citations) {
    var found = find(target);
    if (found.isEmpty()) return;
    if (part == Part.BODY)
      target.http().ifPresent(http -> target.citeBody(http.body(), found.get(), citations));
    else citations.cite(found.get());
  }

  @Override
  public Literals literals() {
    return test.literals();
  }

  Optional<Extent> find(AnswerTarget target) {
    if (part == Part.ANSWER) return test.find(target.bytes(), 0, target.bytes().length);
    return target.http().flatMap(this::findIn);
  }

  private Optional<Extent> findIn(HttpAnswer http) {
    var bytes = part == Part.BODY ? http.body().bytes() : http.raw();
    return find(bytes, extent(http));
  }

  private Extent extent(HttpAnswer http) {
    return switch (part) {
      case STATUS_LINE -> http.statusLine().line();
      case HEAD -> http.head();
      case BODY -> http.body().content();
      case ANSWER -> new Extent(0, http.raw().length());
    };
  }

  private Optional<Extent> find(Bytes bytes, Extent extent) {
    return test.find(bytes.array(), extent.offsetBytes(), extent.endBytes());
  }
}
