package org.testigo.detections.fingerprints;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.testigo.model.scan.Bytes;

/// What stands in a made-up certificate. No real certificate is needed to say what a rule matches.
///
/// In the rule's file, all but the names may be missing: `issuer` and `subject` are lists of parts
/// (`- CN: example`), `serial` is hex, `strings` says how texts are written (`utf8`, `printable` or
/// `bmp`), `key` is a word from which the key is made: equal words, equal keys.
///
/// @param authorityKey whether the extension names the issuer and the own serial number
record CertificateFields(
    List<Part> issuer,
    List<Part> subject,
    String serial,
    LocalDate notBefore,
    LocalDate notAfter,
    List<String> purposes,
    boolean authorityKey,
    List<Part> authorityKeyName,
    List<String> dnsNames,
    boolean authority,
    String key,
    int stringTag) {
  private static final Set<String> KEYS =
      Set.of(
          "issuer",
          "subject",
          "serial",
          "not-before",
          "not-after",
          "extended-key-usage",
          "authority-key",
          "dns-names",
          "authority",
          "key",
          "strings");

  /// A relative name.
  record Part(List<Value> values) {}

  /// An attribute of it.
  record Value(String oid, String text) {}

  static CertificateFields read(Node node) {
    node.refuseOtherKeysThan(KEYS);
    var issuer = name(node.at("issuer"));
    var serial = node.find("serial").map(Node::text).orElse("2a");
    return new CertificateFields(
        issuer,
        name(node.at("subject")),
        serial.length() % 2 == 0 ? serial : "0" + serial,
        node.find("not-before").map(Node::date).orElse(LocalDate.of(2013, 1, 1)),
        node.find("not-after").map(Node::date).orElse(LocalDate.of(2014, 1, 1)),
        node.find("extended-key-usage").map(CertificateFields::purposes).orElse(List.of()),
        node.find("authority-key").isPresent(),
        node.find("authority-key")
            .filter(n -> !n.isText())
            .map(CertificateFields::name)
            .orElse(issuer),
        node.find("dns-names").map(Node::texts).orElse(List.of()),
        node.find("authority").map(Node::flag).orElse(false),
        node.find("key").map(Node::text).orElse("key"),
        node.find("strings").map(CertificateFields::stringTag).orElse(DerWriter.UTF8));
  }

  private static List<Part> name(Node list) {
    var parts = new ArrayList<Part>();
    for (Node part : list.items()) {
      var values = new ArrayList<Value>();
      for (Node.Entry entry : part.entries())
        values.add(new Value(NameQuestion.oid(entry.key(), entry.value()), entry.value().text()));
      parts.add(new Part(values));
    }
    return parts;
  }

  private static List<String> purposes(Node node) {
    return node.items().stream().map(CertificateConditions.Purposes::oid).toList();
  }

  private static int stringTag(Node node) {
    return switch (node.text().toLowerCase(Locale.ROOT)) {
      case "utf8" -> DerWriter.UTF8;
      case "printable" -> DerWriter.PRINTABLE;
      case "bmp" -> DerWriter.BMP;
      default ->
          throw new RefusedRuleException("unknown-value", node.place(), "utf8, printable, bmp");
    };
  }

  /// The certificate; its signature is none.
  Bytes der() {
    return new Bytes(new DerWriter(this).certificate());
  }

  byte[] serialBytes() {
    return HexFormat.of().parseHex(serial);
  }
}
