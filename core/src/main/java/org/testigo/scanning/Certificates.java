package org.testigo.scanning;

import java.util.concurrent.ConcurrentHashMap;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.X509Certificate;

/// Takes certificates apart, each that is met again only once: many addresses show the same. What
/// is remembered is bounded.
///
/// Safe for several threads.
final class Certificates {
  private static final int MOST_REMEMBERED = 8_192;

  /// Longer ones are not worth their memory.
  private static final int MAX_REMEMBERED_BYTES = 8_192;

  private final ConcurrentHashMap<Bytes, Outcome> remembered = new ConcurrentHashMap<>();

  private sealed interface Outcome {
    record Read(X509Certificate certificate) implements Outcome {}

    record Refused(long offsetBytes, String detail) implements Outcome {}
  }

  /// @param id used as it is where it has all digests
  /// @throws MalformedException when the bytes are no certificate
  X509Certificate read(CertificateId id, Bytes der) {
    var known = remembered.get(der);
    if (known == null) {
      known = readAnew(id, der);
      if (der.length() <= MAX_REMEMBERED_BYTES) remember(der, known);
    }
    return switch (known) {
      case Outcome.Read(var certificate) -> certificate;
      case Outcome.Refused(long offset, var detail) -> throw new MalformedException(offset, detail);
    };
  }

  private void remember(Bytes der, Outcome outcome) {
    if (remembered.size() >= MOST_REMEMBERED) remembered.clear();
    remembered.put(der, outcome);
  }

  private static Outcome readAnew(CertificateId id, Bytes der) {
    try {
      var whole = hasAllDigests(id) ? id : Digests.ofCertificate(der);
      return new Outcome.Read(CertificateView.of(whole, der));
    } catch (MalformedException e) {
      return new Outcome.Refused(e.offsetBytes(), e.detail());
    }
  }

  private static boolean hasAllDigests(CertificateId id) {
    return !id.sha256().isEmpty()
        && !id.sha1().isEmpty()
        && !id.md5().isEmpty()
        && !id.pemMd5().isEmpty();
  }
}
