package org.testigo.detections.fingerprints;

import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.HttpAnswer;
import org.testigo.model.scan.X509Certificate;

/// Takes the made-up services of examples apart, as a scan does with real ones.
public interface ExampleReader {

  HttpAnswer http(Bytes answer);

  /// @param position in the chain, 1 for the leaf
  /// @throws org.testigo.model.MalformedException when it is no certificate
  X509Certificate certificate(Bytes der, int position);
}
