package org.testigo.detections.fingerprints;

import java.util.Optional;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.HttpAnswer;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceView;

/// An answer that is asked about.
///
/// @param view the service that gave it
/// @param answer its bytes
/// @param hashes what is computed over it, once for all rules
record AnswerTarget(ServiceView view, Answer answer, Hashes hashes) {

  static AnswerTarget of(ServiceView view) {
    var answer = view.answer().orElseGet(() -> new Answer(Bytes.EMPTY, "", true));
    return new AnswerTarget(view, answer, new Hashes(view));
  }

  Optional<HttpAnswer> http() {
    return view.http();
  }

  byte[] bytes() {
    return answer.raw().array();
  }

  /// Cites a stretch of the content, which may be joined from chunks: the bytes of the wire from
  /// its first to its last byte.
  void citeBody(HttpAnswer.Body body, Extent found, Citations citations) {
    if (found.lengthBytes() == 0) return;
    int from = body.offsetInAnswer(found.offsetBytes());
    citations.cite(from, body.offsetInAnswer(found.endBytes() - 1) + 1);
  }
}
