package org.testigo.detections.fingerprints;

import java.util.Optional;
import org.testigo.model.scan.Extent;

/// Takes a value out of what matched.
///
/// @param <T> what matched
interface Extraction<T> {

  /// The name under which the hit gives it, such as `page-country`.
  String name();

  /// The value; empty where it is not there, which does not undo the match.
  Optional<String> value(T target);

  /// Gives the bytes that it was read from.
  void cite(T target, Citations citations);

  /// Of the value of an issuer or subject.
  record OfName(String name, boolean ofIssuer, String oid)
      implements Extraction<CertificateTarget> {
    @Override
    public Optional<String> value(CertificateTarget target) {
      return attribute(target).map(attribute -> attribute.value());
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      attribute(target).map(attribute -> attribute.extent()).ifPresent(citations::cite);
    }

    private Optional<org.testigo.model.scan.DistinguishedName.Attribute> attribute(
        CertificateTarget target) {
      var certificate = target.certificate();
      return (ofIssuer ? certificate.issuer() : certificate.subject()).first(oid);
    }
  }

  /// Of a stretch of an answer, between marks.
  record OfAnswer(String name, BetweenMarks marks, ValueKind kind)
      implements Extraction<AnswerTarget> {
    @Override
    public Optional<String> value(AnswerTarget target) {
      return marks.find(target).flatMap(found -> kind.read(marks.text(target, found)));
    }

    @Override
    public void cite(AnswerTarget target, Citations citations) {
      if (value(target).isEmpty()) return;
      Optional<Extent> found = marks.find(target);
      found.ifPresent(extent -> marks.cite(target, extent, citations));
    }
  }
}
