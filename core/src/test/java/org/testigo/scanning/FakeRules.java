package org.testigo.scanning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Subject;
import org.testigo.model.scan.X509Certificate;

/// One rule for answers, which looks for a text, and one for certificates, which looks for a text
/// in the issuer.
record FakeRules(String inAnswer, String inIssuer, boolean hasLiterals) implements Rules {

  @Override
  public List<Literal> literals() {
    if (!hasLiterals) return List.of();
    return List.of(
        new Literal(Subject.ANSWER, new Bytes(inAnswer.getBytes(ISO_8859_1))),
        new Literal(Subject.CERTIFICATE, new Bytes(inIssuer.getBytes(ISO_8859_1))));
  }

  @Override
  public boolean hasRuleWithoutLiteral(Subject subject) {
    return !hasLiterals && (subject == Subject.ANSWER || subject == Subject.CERTIFICATE);
  }

  @Override
  public List<FingerprintHit> match(ServiceView service, Consumer<String> troubles) {
    var hits = new ArrayList<FingerprintHit>();
    service
        .answer()
        .map(answer -> new String(answer.raw().array(), ISO_8859_1))
        .filter(text -> text.contains(inAnswer))
        .ifPresent(text -> hits.add(hit("test.answer", Optional.empty())));
    for (X509Certificate certificate : service.chain())
      if (new String(certificate.issuer().der().array(), ISO_8859_1).contains(inIssuer))
        hits.add(hit("test.issuer", Optional.of(certificate.id())));
    return hits;
  }

  private static FingerprintHit hit(String rule, Optional<CertificateId> certificate) {
    return new FingerprintHit(rule, "ocelote", "1.0", true, Map.of(), certificate, List.of());
  }
}
