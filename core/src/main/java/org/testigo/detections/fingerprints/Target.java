package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.X509Certificate;

/// What of a service a rule is asked about, and the bytes that it was read from.
///
/// @param of what those bytes are: `answer`, `certificate`, `imported` or `name`
/// @param certificate which one, where they are one
record Target<T>(T asked, String of, Bytes wire, Optional<CertificateId> certificate) {

  /// The targets of a subject in a service.
  interface Finder<T> {
    List<Target<T>> in(ServiceView service);
  }

  /// Its answer. What the scanner computed over one counts as well, without the answer.
  static List<Target<AnswerTarget>> answers(ServiceView service) {
    if (service.answer().isEmpty() && service.imported().isEmpty()) return List.of();
    var target = AnswerTarget.of(service);
    return List.of(new Target<>(target, "answer", target.answer().raw(), Optional.empty()));
  }

  /// Each certificate of its chain.
  static List<Target<CertificateTarget>> certificates(ServiceView service) {
    var targets = new ArrayList<Target<CertificateTarget>>();
    for (X509Certificate certificate : service.chain()) {
      var target = new CertificateTarget(certificate, service.chain());
      var id = Optional.of(certificate.id());
      targets.add(new Target<>(target, "certificate", certificate.der(), id));
    }
    return targets;
  }

  /// Each value that the scanner computed.
  static List<Target<ImportedFingerprint>> imported(ServiceView service) {
    var targets = new ArrayList<Target<ImportedFingerprint>>();
    for (ImportedFingerprint imported : service.imported())
      targets.add(new Target<>(imported, "imported", utf8(imported.value()), Optional.empty()));
    return targets;
  }

  /// Each of its names.
  static List<Target<String>> names(ServiceView service) {
    var targets = new ArrayList<Target<String>>();
    for (String name : service.names())
      targets.add(new Target<>(name, "name", utf8(name), Optional.empty()));
    return targets;
  }

  private static Bytes utf8(String text) {
    return new Bytes(text.getBytes(UTF_8));
  }
}
