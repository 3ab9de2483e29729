package org.testigo.scanning;

import org.testigo.detections.fingerprints.ExampleReader;
import org.testigo.formats.http.HttpReader;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.HttpAnswer;
import org.testigo.model.scan.X509Certificate;

/// Takes the made-up services of fingerprints apart as a scan does with real ones, so that a rule
/// that holds against its examples holds in a scan.
public final class ExampleViews implements ExampleReader {
  @Override
  public HttpAnswer http(Bytes answer) {
    return HttpReader.read(answer);
  }

  @Override
  public X509Certificate certificate(Bytes der, int position) {
    return CertificateView.of(Digests.ofCertificate(der), der).at(position);
  }
}
