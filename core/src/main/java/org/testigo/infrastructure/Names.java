package org.testigo.infrastructure;

import java.util.Map;
import java.util.stream.Collectors;
import org.testigo.model.scan.DistinguishedName;

/// Names of X.509 as text, in the order of the certificate: `C=IT, O=Example srl, CN=server`.
final class Names {
  private static final Map<String, String> LABELS =
      Map.of(
          "2.5.4.3", "CN",
          "2.5.4.5", "serialNumber",
          "2.5.4.6", "C",
          "2.5.4.7", "L",
          "2.5.4.8", "ST",
          "2.5.4.10", "O",
          "2.5.4.11", "OU",
          "0.9.2342.19200300.100.1.25", "DC",
          "1.2.840.113549.1.9.1", "emailAddress");

  private Names() {}

  static String of(DistinguishedName name) {
    return name.parts().stream()
        .flatMap(part -> part.attributes().stream())
        .map(attribute -> label(attribute.oid()) + "=" + attribute.value())
        .collect(Collectors.joining(", "));
  }

  private static String label(String oid) {
    return LABELS.getOrDefault(oid, oid);
  }
}
