package org.testigo.model.scan;

import java.util.List;
import java.util.Optional;

/// A name of X.509, such as an issuer: its parts in the order in which they are written.
///
/// @param parts relative names; nearly all have one attribute
/// @param der the whole SEQUENCE with its tag and length: two names are the same when these bytes
///   are
/// @param extent where those bytes stand in the certificate
public record DistinguishedName(List<RelativeName> parts, Bytes der, Extent extent) {
  /// The object identifier of a common name.
  public static final String COMMON_NAME = "2.5.4.3";

  public DistinguishedName {
    parts = List.copyOf(parts);
  }

  /// One level of a name.
  public record RelativeName(List<Attribute> attributes) {
    public RelativeName {
      attributes = List.copyOf(attributes);
    }
  }

  /// A type and its value.
  ///
  /// @param oid such as `2.5.4.3` for a common name
  /// @param value the text; hex with `#` in front where the value is no string
  /// @param extent where the content of the value stands in the certificate
  public record Attribute(String oid, String value, Extent extent) {}

  /// The first value of an attribute.
  public Optional<Attribute> first(String oid) {
    return parts.stream()
        .flatMap(part -> part.attributes().stream())
        .filter(attribute -> attribute.oid().equals(oid))
        .findFirst();
  }

  /// Whether both are written with the same bytes.
  public boolean isSame(DistinguishedName other) {
    return der.equals(other.der);
  }
}
