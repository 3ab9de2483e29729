package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.model.scan.DistinguishedName;
import org.testigo.model.scan.DistinguishedName.Attribute;
import org.testigo.model.scan.DistinguishedName.RelativeName;

/// What is asked of an issuer or subject: which parts it has and what they say.
///
/// In the rule's file: `only: [CN]` names the parts in their order, of which there are no others;
/// the short name or object identifier of an attribute has a test of its values; `any` tests the
/// values of all.
///
/// @param ofIssuer whether the issuer is meant, else the subject
/// @param only object identifiers of the parts; empty where any will do
record NameQuestion(boolean ofIssuer, Optional<List<String>> only, List<ValueTest> values)
    implements Single.Question<CertificateTarget> {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("CN", DistinguishedName.COMMON_NAME),
          Map.entry("SN", "2.5.4.4"),
          Map.entry("serialNumber", "2.5.4.5"),
          Map.entry("C", "2.5.4.6"),
          Map.entry("L", "2.5.4.7"),
          Map.entry("ST", "2.5.4.8"),
          Map.entry("street", "2.5.4.9"),
          Map.entry("O", "2.5.4.10"),
          Map.entry("OU", "2.5.4.11"),
          Map.entry("title", "2.5.4.12"),
          Map.entry("GN", "2.5.4.42"),
          Map.entry("DC", "0.9.2342.19200300.100.1.25"),
          Map.entry("UID", "0.9.2342.19200300.100.1.1"),
          Map.entry("emailAddress", "1.2.840.113549.1.9.1"));

  NameQuestion {
    values = List.copyOf(values);
  }

  /// A test of the values of an attribute.
  ///
  /// @param oid of the attribute; empty for any
  record ValueTest(String oid, ByteTest test) {
    Optional<Attribute> find(DistinguishedName name) {
      for (RelativeName part : name.parts())
        for (Attribute attribute : part.attributes())
          if (isMeant(attribute) && passes(attribute.value())) return Optional.of(attribute);
      return Optional.empty();
    }

    private boolean isMeant(Attribute attribute) {
      return oid.isEmpty() || oid.equals(attribute.oid());
    }

    private boolean passes(String value) {
      byte[] bytes = value.getBytes(UTF_8);
      return test.find(bytes, 0, bytes.length).isPresent();
    }
  }

  static NameQuestion read(boolean ofIssuer, Node node) {
    var values = new ArrayList<ValueTest>();
    for (Node.Entry entry : node.entries()) {
      if (entry.key().equals("only")) continue;
      String oid = entry.key().equals("any") ? "" : oid(entry.key(), entry.value());
      values.add(new ValueTest(oid, ByteTestReader.OF_TEXTS.read(entry.value())));
    }
    var only =
        node.find("only").map(list -> list.items().stream().map(n -> oid(n.text(), n)).toList());
    return new NameQuestion(ofIssuer, only, values);
  }

  /// The object identifier of an attribute's name, or the identifier itself.
  static String oid(String name, Node node) {
    String known = SHORT.get(name);
    if (known != null) return known;
    if (DerLiterals.isOid(name)) return name;
    throw new RefusedRuleException("unknown-attribute", node.place(), name);
  }

  @Override
  public Truth test(CertificateTarget target) {
    var name = name(target);
    if (only.isPresent() && !hasParts(name, only.get())) return Truth.NO;
    for (ValueTest value : values) if (value.find(name).isEmpty()) return Truth.NO;
    return Truth.YES;
  }

  private static boolean hasParts(DistinguishedName name, List<String> wanted) {
    if (name.parts().size() != wanted.size()) return false;
    for (int i = 0; i < wanted.size(); i++) {
      var attributes = name.parts().get(i).attributes();
      if (attributes.size() != 1 || !attributes.getFirst().oid().equals(wanted.get(i)))
        return false;
    }
    return true;
  }

  @Override
  public void cite(CertificateTarget target, Citations citations) {
    var name = name(target);
    if (only.isPresent()) citations.cite(name.extent());
    for (ValueTest value : values)
      value.find(name).ifPresent(attribute -> citations.cite(attribute.extent()));
  }

  @Override
  public Literals literals() {
    return Literals.best(values.stream().map(DerLiterals::of).toList());
  }

  private DistinguishedName name(CertificateTarget target) {
    return ofIssuer ? target.certificate().issuer() : target.certificate().subject();
  }
}
