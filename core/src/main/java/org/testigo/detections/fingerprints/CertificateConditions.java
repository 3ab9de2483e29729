package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.X509Certificate;
import org.testigo.model.scan.X509Certificate.AlternativeName;
import org.testigo.model.scan.X509Certificate.AuthorityKeyIdentifier;

/// What a rule can ask of a certificate.
final class CertificateConditions extends ConditionReader<CertificateTarget> {
  private static final Map<String, String> PURPOSES =
      Map.of(
          "any", "2.5.29.37.0",
          "serverAuth", "1.3.6.1.5.5.7.3.1",
          "clientAuth", "1.3.6.1.5.5.7.3.2",
          "codeSigning", "1.3.6.1.5.5.7.3.3",
          "emailProtection", "1.3.6.1.5.5.7.3.4",
          "timeStamping", "1.3.6.1.5.5.7.3.8",
          "ocspSigning", "1.3.6.1.5.5.7.3.9");

  @Override
  Single.Question<CertificateTarget> question(String key, Node node) {
    return switch (key) {
      case "issuer" -> NameQuestion.read(true, node);
      case "subject" -> NameQuestion.read(false, node);
      case "serial" -> new Serial(new HashSet<>(node.items().stream().map(Serial::read).toList()));
      case "extended-key-usage" -> Purposes.read(node);
      case "authority-key" -> AuthorityKey.read(node);
      case "alternative-names" -> Alternatives.read(node);
      case "validity" -> Validity.read(node);
      case "key-sha256" -> new KeyDigest(digests(node));
      case "digest" -> new Digest(digests(node));
      case "self-issued" -> new SelfIssued(node.flag());
      case "authority" -> new Authority(node.flag());
      case "chain" -> Chain.read(node);
      default -> throw new RefusedRuleException("unknown-condition", node.place());
    };
  }

  private static Set<String> digests(Node node) {
    var digests = new HashSet<String>();
    for (String text : node.texts()) digests.add(text.toLowerCase(Locale.ROOT));
    return digests;
  }

  /// Whether the serial number is one of these.
  record Serial(Set<String> wanted) implements Single.Question<CertificateTarget> {
    static String read(Node node) {
      String hex = node.text().toLowerCase(Locale.ROOT).replace(":", "");
      if (!hex.matches("[0-9a-f]{1,64}"))
        throw new RefusedRuleException("expected-hex", node.place(), node.text());
      return normal(hex);
    }

    private static String normal(String hex) {
      String even = hex.length() % 2 == 0 ? hex : "0" + hex;
      while (even.length() > 2 && even.startsWith("00")) even = even.substring(2);
      return even;
    }

    @Override
    public Truth test(CertificateTarget target) {
      return Truth.of(wanted.contains(target.certificate().serial()));
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      citations.cite(target.certificate().serialAt());
    }

    @Override
    public Literals literals() {
      return Literals.ofAny(
          wanted.stream().map(hex -> new Bytes(HexFormat.of().parseHex(hex))).toList());
    }
  }

  /// What the key may be used for: exactly these purposes, or at least these.
  record Purposes(List<String> wanted, boolean only) implements Single.Question<CertificateTarget> {
    static Purposes read(Node node) {
      node.refuseOtherKeysThan(Set.of("equals", "contains"));
      boolean only = node.find("equals").isPresent();
      return new Purposes(
          node.at(only ? "equals" : "contains").items().stream().map(Purposes::oid).toList(), only);
    }

    static String oid(Node node) {
      String known = PURPOSES.get(node.text());
      if (known != null) return known;
      if (DerLiterals.isOid(node.text())) return node.text();
      throw new RefusedRuleException("unknown-attribute", node.place(), node.text());
    }

    @Override
    public Truth test(CertificateTarget target) {
      var usage = target.certificate().extendedKeyUsage();
      return Truth.of(usage.map(found -> passes(found.purposes())).orElse(false));
    }

    private boolean passes(List<String> purposes) {
      return only ? purposes.equals(wanted) : purposes.containsAll(wanted);
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      target.certificate().extendedKeyUsage().ifPresent(usage -> citations.cite(usage.extent()));
    }

    @Override
    public Literals literals() {
      if (only) return DerLiterals.sequence(wanted);
      return Literals.best(
          wanted.stream().map(oid -> Literals.of(new Bytes(DerLiterals.oid(oid)))).toList());
    }
  }

  /// What the extension says that names the signing certificate.
  ///
  /// @param namesIssuer whether it must have one directory name with the bytes of the issuer
  /// @param namesOwnSerial whether it must have the certificate's own serial number
  record AuthorityKey(boolean namesIssuer, boolean namesOwnSerial)
      implements Single.Question<CertificateTarget> {
    static AuthorityKey read(Node node) {
      node.refuseOtherKeysThan(Set.of("directory-name", "serial"));
      boolean namesIssuer = node.find("directory-name").isPresent();
      if (namesIssuer && !node.at("directory-name").text().equals("issuer"))
        throw new RefusedRuleException("unknown-value", node.place() + ".directory-name", "issuer");
      boolean namesOwnSerial = node.find("serial").isPresent();
      if (namesOwnSerial && !node.at("serial").text().equals("own"))
        throw new RefusedRuleException("unknown-value", node.place() + ".serial", "own");
      return new AuthorityKey(namesIssuer, namesOwnSerial);
    }

    @Override
    public Truth test(CertificateTarget target) {
      var certificate = target.certificate();
      var key = certificate.authorityKey();
      return Truth.of(key.isPresent() && passes(key.get(), certificate));
    }

    private boolean passes(AuthorityKeyIdentifier key, X509Certificate certificate) {
      boolean issuerHolds =
          key.issuers().size() == 1 && key.issuers().getFirst().isSame(certificate.issuer());
      return (!namesIssuer || issuerHolds)
          && (!namesOwnSerial || key.serial().equals(certificate.serial()));
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      target.certificate().authorityKey().ifPresent(key -> citations.cite(key.extent()));
    }
  }

  /// What the names say that it is for.
  ///
  /// @param kind such as `dns`; empty for any
  record Alternatives(String kind, ByteTest test, int least, int most)
      implements Single.Question<CertificateTarget> {
    static Alternatives read(Node node) {
      var test = ByteTestReader.OF_TEXTS.readKeys(node, Set.of("kind", "at-least", "at-most"));
      int least = node.find("at-least").map(Node::number).orElse(1);
      int most = node.find("at-most").map(Node::number).orElse(Integer.MAX_VALUE);
      return new Alternatives(node.textOrEmpty("kind"), test, least, most);
    }

    @Override
    public Truth test(CertificateTarget target) {
      long count = passing(target).size();
      return Truth.of(count >= least && count <= most);
    }

    private List<AlternativeName> passing(CertificateTarget target) {
      var names = target.certificate().alternativeNames();
      return names.stream().flatMap(all -> all.names().stream()).filter(this::passes).toList();
    }

    private boolean passes(AlternativeName name) {
      byte[] value = name.value().getBytes(UTF_8);
      return (kind.isEmpty() || kind.equals(name.kind()))
          && test.find(value, 0, value.length).isPresent();
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      passing(target).forEach(name -> citations.cite(name.extent()));
    }
  }

  /// For how long it is valid, and from when to when.
  record Validity(int leastDays, int mostDays, Optional<LocalDate> from, Optional<LocalDate> before)
      implements Single.Question<CertificateTarget> {
    static Validity read(Node node) {
      node.refuseOtherKeysThan(
          Set.of("days", "least-days", "most-days", "starts-from", "starts-before"));
      var days = node.find("days").map(Node::number);
      int least = node.find("least-days").map(Node::number).orElse(Integer.MIN_VALUE);
      int most = node.find("most-days").map(Node::number).orElse(Integer.MAX_VALUE);
      return new Validity(
          days.orElse(least),
          days.orElse(most),
          node.find("starts-from").map(Node::date),
          node.find("starts-before").map(Node::date));
    }

    @Override
    public Truth test(CertificateTarget target) {
      var start = target.certificate().notBefore();
      var end = target.certificate().notAfter();
      if (start.isEmpty() || end.isEmpty()) return Truth.UNKNOWN;
      long days = Duration.between(start.get(), end.get()).toDays();
      return Truth.of(days >= leastDays && days <= mostDays && startsRight(start.get()));
    }

    private boolean startsRight(Instant start) {
      var day = start.atOffset(ZoneOffset.UTC).toLocalDate();
      return from.map(date -> !day.isBefore(date)).orElse(true)
          && before.map(day::isBefore).orElse(true);
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      citations.cite(target.certificate().validity());
    }
  }

  /// Whether its key is one that was used before.
  record KeyDigest(Set<String> wanted) implements Single.Question<CertificateTarget> {
    @Override
    public Truth test(CertificateTarget target) {
      return Truth.of(wanted.contains(target.certificate().keySha256()));
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      citations.cite(target.certificate().key());
    }
  }

  /// Whether it is one that was seen before, by any of its digests.
  record Digest(Set<String> wanted) implements Single.Question<CertificateTarget> {
    @Override
    public Truth test(CertificateTarget target) {
      var id = target.certificate().id();
      return Truth.of(
          wanted.contains(id.sha256())
              || wanted.contains(id.sha1())
              || wanted.contains(id.md5())
              || wanted.contains(id.pemMd5()));
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      citations.cite(new Extent(0, target.certificate().der().length()));
    }
  }

  /// Whether issuer and subject are the same.
  record SelfIssued(boolean wanted) implements Single.Question<CertificateTarget> {
    @Override
    public Truth test(CertificateTarget target) {
      return Truth.of(target.certificate().isSelfIssued() == wanted);
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      citations.cite(target.certificate().issuer().extent());
      citations.cite(target.certificate().subject().extent());
    }
  }

  /// Whether it says that it may sign others.
  record Authority(boolean wanted) implements Single.Question<CertificateTarget> {
    @Override
    public Truth test(CertificateTarget target) {
      return Truth.of(target.certificate().isAuthority() == wanted);
    }
  }

  /// Its place among those that were shown with it.
  ///
  /// @param position 1 for the leaf; 0 for any
  /// @param length how many were shown; 0 for any
  /// @param issuerIsNext whether its issuer is the subject of the next one, where asked
  record Chain(int position, int length, Optional<Boolean> issuerIsNext)
      implements Single.Question<CertificateTarget> {
    static Chain read(Node node) {
      node.refuseOtherKeysThan(Set.of("position", "length", "issuer-is-next"));
      return new Chain(
          node.find("position").map(Node::number).orElse(0),
          node.find("length").map(Node::number).orElse(0),
          node.find("issuer-is-next").map(Node::flag));
    }

    /// A certificate without the address that showed it has no place.
    @Override
    public Truth test(CertificateTarget target) {
      if (target.certificate().position() == 0) return Truth.UNKNOWN;
      return Truth.of(
          (position == 0 || position == target.certificate().position())
              && (length == 0 || length == target.chain().size())
              && issuerIsNext.map(wanted -> wanted == isIssuedByNext(target)).orElse(true));
    }

    private static boolean isIssuedByNext(CertificateTarget target) {
      var issuer = target.certificate().issuer();
      return target.next().map(next -> next.subject().isSame(issuer)).orElse(false);
    }

    @Override
    public void cite(CertificateTarget target, Citations citations) {
      citations.cite(target.certificate().issuer().extent());
    }
  }
}
