package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import org.testigo.formats.http.HttpReader;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;
import org.testigo.model.scan.ServiceView;
import org.testigo.scanning.ExampleViews;

/// Services as rules look at them.
final class Services {
  /// Takes examples apart with what a scan uses.
  static final ExampleReader READER = new ExampleViews();

  private Services() {}

  static Bytes bytes(String text) {
    return new Bytes(text.getBytes(ISO_8859_1));
  }

  static ServiceView answering(String text) {
    return answering(new Bytes(text.getBytes(ISO_8859_1)));
  }

  static ServiceView answering(Bytes raw) {
    return answering(raw, true);
  }

  static ServiceView answering(Bytes raw, boolean orderKnown) {
    return new ServiceView(
        Optional.empty(),
        Optional.of(new Answer(raw, "http", orderKnown)),
        Optional.of(HttpReader.read(raw)),
        List.of(),
        List.of(),
        List.of());
  }

  static ServiceView imported(String kind, String value) {
    return new ServiceView(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(new ImportedFingerprint(kind, value)),
        List.of());
  }
}
