package org.testigo.formats.x509;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// A certificate. Building it only finds the places of its fields; what is asked for is decoded
/// then, and fails then with a [MalformedException] when it is damaged. Two are equal when their
/// bytes are.
///
/// Layout: a sequence of the signed part, the signature's algorithm and the signature. The signed
/// part is a sequence of [0] version (may lack: 1), serial number, signature's algorithm, issuer,
/// validity, subject, public key, [1] and [2] (identifiers of old), [3] extensions.
///
/// Not safe for several threads.
public final class Certificate {
  /// Certificates of the Internet have some 2 KB; the largest that were seen some 100 KB.
  public static final int MAX_BYTES = 1 << 22;

  private static final int EXTENSIONS = 0xa3;

  private final byte[] der;
  private final Layout layout;
  private @Nullable Name issuer;
  private @Nullable Name subject;
  private @Nullable List<Extension> extensions;

  /// The places of the fields.
  private record Layout(
      Span whole,
      Span signedPart,
      int version,
      Span serial,
      Span innerAlgorithm,
      Span issuer,
      Span validity,
      Span subject,
      Span publicKey,
      @Nullable Span extensions,
      Span outerAlgorithm,
      Span signature) {}

  private Certificate(byte[] der, Layout layout) {
    this.der = der;
    this.layout = layout;
  }

  /// Finds the fields of a certificate. Bytes behind it are allowed, and told by [#oddities()].
  ///
  /// @param der is not copied and must not change
  /// @throws MalformedException with the offset where it stops to be one
  public static Certificate parse(byte[] der) {
    if (der.length > MAX_BYTES) {
      throw new MalformedException(
          0, "%d bytes, expected a certificate of at most %d".formatted(der.length, MAX_BYTES));
    }
    var file = new Der(der, 0, der.length).read(Der.SEQUENCE, "a certificate");
    var parts = file.inside();
    var signed = parts.read(Der.SEQUENCE, "the signed part").inside();
    Span signedPart = parts.span();
    Span outerAlgorithm = parts.read(Der.SEQUENCE, "the signature's algorithm").span();
    Span signature = parts.read(Der.BIT_STRING, "the signature").span();
    int version = signed.peek() == Der.EXPLICIT_0 ? version(signed.read("the version")) : 1;
    return new Certificate(
        der,
        new Layout(
            file.span(),
            signedPart,
            version,
            signed.read(Der.INTEGER, "the serial number").span(),
            signed.read(Der.SEQUENCE, "the signature's algorithm").span(),
            signed.read(Der.SEQUENCE, "the issuer").span(),
            signed.read(Der.SEQUENCE, "the validity").span(),
            signed.read(Der.SEQUENCE, "the subject").span(),
            signed.read(Der.SEQUENCE, "the public key").span(),
            extensions(signed),
            outerAlgorithm,
            signature));
  }

  private static int version(Der wrapped) {
    var number = wrapped.inside().read(Der.INTEGER, "the version");
    return number.contentLength() == 1 ? number.bytes[number.content] + 1 : 0;
  }

  private static @Nullable Span extensions(Der signed) {
    while (signed.hasMore()) {
      signed.read("an optional field");
      if (signed.tag == EXTENSIONS)
        return signed.inside().read(Der.SEQUENCE, "the extensions").span();
    }
    return null;
  }

  private Der at(Span span) {
    return new Der(der, span.offsetBytes(), span.endBytes());
  }

  /// The bytes of the certificate, without what lies behind it.
  public byte[] der() {
    return Arrays.copyOf(der, layout.whole().lengthBytes());
  }

  int bytesBehind() {
    return der.length - layout.whole().lengthBytes();
  }

  byte[] bytes() {
    return der;
  }

  public Span signedPart() {
    return layout.signedPart();
  }

  /// 1 to 3; another number where something else is written.
  public int version() {
    return layout.version();
  }

  public BigInteger serial() {
    var item = at(layout.serial()).read("the serial number");
    return item.contentLength() == 0 ? BigInteger.ZERO : new BigInteger(item.contentBytes());
  }

  /// The bytes of the serial number as they are written, in hex.
  public String serialHex() {
    var item = at(layout.serial()).read("the serial number");
    return HexFormat.of().formatHex(der, item.content, item.end);
  }

  public Span serialSpan() {
    return layout.serial();
  }

  /// As it is written beside the signature.
  public String signatureAlgorithm() {
    return algorithm(layout.outerAlgorithm());
  }

  /// As it is written within the signed part.
  public String signedSignatureAlgorithm() {
    return algorithm(layout.innerAlgorithm());
  }

  private String algorithm(Span span) {
    var item = at(span).read("an algorithm").inside().read(Der.OID, "an algorithm");
    return Oid.text(der, item.content, item.end);
  }

  /// The item behind the algorithm's identifier, as it is; empty where there is none.
  byte[] signatureParameters() {
    var parts = at(layout.outerAlgorithm()).read("an algorithm").inside();
    parts.read("an algorithm");
    return Arrays.copyOfRange(der, parts.next(), layout.outerAlgorithm().endBytes());
  }

  Span outerAlgorithmSpan() {
    return layout.outerAlgorithm();
  }

  Span innerAlgorithmSpan() {
    return layout.innerAlgorithm();
  }

  /// The bits of the signature.
  public byte[] signature() {
    var item = at(layout.signature()).read("the signature");
    if (item.contentLength() == 0) throw new MalformedException(item.start, "an empty signature");
    // The first byte tells how many of the last bits are not used.
    return Arrays.copyOfRange(der, item.content + 1, item.end);
  }

  public Name issuer() {
    if (issuer == null)
      issuer = Name.read(der, layout.issuer().offsetBytes(), layout.issuer().endBytes());
    return issuer;
  }

  public Span issuerSpan() {
    return layout.issuer();
  }

  public Name subject() {
    if (subject == null)
      subject = Name.read(der, layout.subject().offsetBytes(), layout.subject().endBytes());
    return subject;
  }

  public Span subjectSpan() {
    return layout.subject();
  }

  /// Whether the bytes of issuer and subject are equal. It does not look at the signature.
  public boolean isSelfIssued() {
    return isSame(layout.issuer(), this, layout.subject());
  }

  /// Whether the other certificate's subject is this one's issuer, byte by byte.
  public boolean namesAsIssuer(Certificate other) {
    return isSame(layout.issuer(), other, other.layout.subject());
  }

  private boolean isSame(Span mine, Certificate other, Span theirs) {
    return Arrays.equals(
        der,
        mine.offsetBytes(),
        mine.endBytes(),
        other.der,
        theirs.offsetBytes(),
        theirs.endBytes());
  }

  public CertificateTime notBefore() {
    return CertificateTime.read(at(layout.validity()).read("the validity").inside(), "its begin");
  }

  public CertificateTime notAfter() {
    var both = at(layout.validity()).read("the validity").inside();
    both.read("its begin");
    return CertificateTime.read(both, "its end");
  }

  /// The public key with its algorithm (SubjectPublicKeyInfo).
  public byte[] publicKeyBytes() {
    Span span = layout.publicKey();
    return Arrays.copyOfRange(der, span.offsetBytes(), span.endBytes());
  }

  public Span publicKeySpan() {
    return layout.publicKey();
  }

  public PublicKeyInfo publicKey() {
    return PublicKeyInfo.read(der, layout.publicKey());
  }

  /// In the order of their bytes; the same type may come twice.
  public List<Extension> extensions() {
    if (extensions == null) {
      var all = new ArrayList<Extension>();
      if (layout.extensions() != null) {
        var items = at(layout.extensions()).read("the extensions").inside();
        while (items.hasMore()) all.add(Extension.read(items));
      }
      extensions = List.copyOf(all);
    }
    return extensions;
  }

  /// The first extension of a type.
  public Optional<Extension> extension(String oid) {
    for (Extension each : extensions()) if (each.oid().equals(oid)) return Optional.of(each);
    return Optional.empty();
  }

  private Optional<Der> value(String oid, int tag, String what) {
    return extension(oid).map(extension -> at(extension.value()).read(tag, what));
  }

  /// Whether it says that it may sign others; empty where it says nothing of it.
  public Optional<Boolean> isAuthority() {
    return value(Extension.BASIC_CONSTRAINTS, Der.SEQUENCE, "the basic constraints")
        .map(item -> {
          var parts = item.inside();
          if (parts.peek() != Der.BOOLEAN) return false;
          parts.read("whether it is an authority");
          return parts.contentLength() > 0 && der[parts.content] != 0;
        });
  }

  public Set<KeyUsage> keyUsages() {
    var usages = EnumSet.noneOf(KeyUsage.class);
    value(Extension.KEY_USAGE, Der.BIT_STRING, "the key usage")
        .ifPresent(item -> {
          for (KeyUsage each : KeyUsage.values()) {
            int at = item.content + 1 + each.ordinal() / 8;
            if (at < item.end && (der[at] << each.ordinal() % 8 & 0x80) != 0) usages.add(each);
          }
        });
    return usages;
  }

  /// The identifiers of the extended key usages, such as `1.3.6.1.5.5.7.3.2` for TLS clients.
  public List<String> extendedKeyUsages() {
    var usages = new ArrayList<String>();
    value(Extension.EXTENDED_KEY_USAGE, Der.SEQUENCE, "the extended key usages")
        .ifPresent(item -> {
          var parts = item.inside();
          while (parts.hasMore()) {
            parts.read(Der.OID, "an extended key usage");
            usages.add(Oid.text(der, parts.content, parts.end));
          }
        });
    return List.copyOf(usages);
  }

  public AlternativeNames alternativeNames() {
    return value(Extension.ALTERNATIVE_NAMES, Der.SEQUENCE, "the alternative names")
        .map(item -> AlternativeNames.read(item.inside()))
        .orElse(AlternativeNames.NONE);
  }

  public Optional<AuthorityKey> authorityKey() {
    return value(Extension.AUTHORITY_KEY, Der.SEQUENCE, "the authority key identifier")
        .map(item -> AuthorityKey.read(item.inside()));
  }

  /// In hex.
  public Optional<String> subjectKeyId() {
    return value(Extension.SUBJECT_KEY, Der.OCTET_STRING, "the subject key identifier")
        .map(item -> HexFormat.of().formatHex(der, item.content, item.end));
  }

  /// In which ways it is not as RFC 5280 wants it, in the order of their places.
  public List<Oddity> oddities() {
    return Oddities.of(this);
  }

  /// Its hashes, by which others refer to it.
  public Fingerprints fingerprints() {
    return new Fingerprints(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Certificate one && isSame(layout.whole(), one, one.layout.whole());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der());
  }

  /// Subject and issuer, for people who debug.
  @Override
  public String toString() {
    return "%s by %s".formatted(subject(), issuer());
  }
}
