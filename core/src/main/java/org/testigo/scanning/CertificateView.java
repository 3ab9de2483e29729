package org.testigo.scanning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.testigo.formats.x509.AlternativeNames;
import org.testigo.formats.x509.AuthorityKey;
import org.testigo.formats.x509.Certificate;
import org.testigo.formats.x509.CertificateTime;
import org.testigo.formats.x509.Extension;
import org.testigo.formats.x509.Name;
import org.testigo.formats.x509.Span;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.DistinguishedName;
import org.testigo.model.scan.DistinguishedName.Attribute;
import org.testigo.model.scan.DistinguishedName.RelativeName;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.X509Certificate;
import org.testigo.model.scan.X509Certificate.AlternativeName;
import org.testigo.model.scan.X509Certificate.AuthorityKeyIdentifier;
import org.testigo.model.scan.X509Certificate.ExtendedKeyUsage;
import org.testigo.model.scan.X509Certificate.SubjectAlternativeNames;

/// Turns the structure of a certificate into what rules look at. A field that is damaged is empty;
/// the others are there.
final class CertificateView {
  private static final String ALTERNATIVE_NAMES = "2.5.29.17";
  private static final String AUTHORITY_KEY = "2.5.29.35";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

  /// A length of up to 127 bytes stands in the byte behind the tag; a longer one in as many bytes
  /// as that byte says.
  private static final int LONG_LENGTH = 0x80;

  private final Certificate certificate;
  private final byte[] der;

  private CertificateView(Certificate certificate, byte[] der) {
    this.certificate = certificate;
    this.der = der;
  }

  /// @throws MalformedException when the bytes are no certificate
  static X509Certificate of(CertificateId id, Bytes der) {
    return new CertificateView(Certificate.parse(der.array()), der.array()).view(id, der);
  }

  private X509Certificate view(CertificateId id, Bytes bytes) {
    // Between issuer and subject stands the validity and nothing else.
    var validity =
        Extent.between(
            certificate.issuerSpan().endBytes(), certificate.subjectSpan().offsetBytes());
    return new X509Certificate(
        id,
        bytes,
        0,
        certificate.version(),
        readable(this::serial).orElse(""),
        extent(certificate.serialSpan()),
        readable(certificate::signatureAlgorithm).orElse(""),
        name(certificate::issuer, extent(certificate.issuerSpan())),
        name(certificate::subject, extent(certificate.subjectSpan())),
        time(certificate::notBefore),
        time(certificate::notAfter),
        validity,
        Digests.hex("SHA-256", certificate.publicKeyBytes()),
        extent(certificate.publicKeySpan()),
        extension(EXTENDED_KEY_USAGE).flatMap(this::keyUsage),
        extension(AUTHORITY_KEY).flatMap(this::authorityKey),
        extension(ALTERNATIVE_NAMES).flatMap(this::alternativeNames),
        readable(certificate::isAuthority).flatMap(authority -> authority).orElse(false));
  }

  private static <T> Optional<T> readable(Supplier<T> field) {
    try {
      return Optional.of(field.get());
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private static Extent extent(Span span) {
    return new Extent(span.offsetBytes(), span.lengthBytes());
  }

  private String serial() {
    String hex = certificate.serialHex();
    int from = 0;
    while (from < hex.length() - 2 && hex.startsWith("00", from)) from += 2;
    return hex.substring(from);
  }

  private static Optional<Instant> time(Supplier<CertificateTime> time) {
    return readable(time).flatMap(CertificateTime::instant);
  }

  private Optional<Extension> extension(String oid) {
    return readable(() -> certificate.extension(oid)).flatMap(found -> found);
  }

  private Optional<ExtendedKeyUsage> keyUsage(Extension extension) {
    return readable(certificate::extendedKeyUsages)
        .map(purposes -> new ExtendedKeyUsage(purposes, extent(extension.value())));
  }

  private Optional<AuthorityKeyIdentifier> authorityKey(Extension extension) {
    return readable(certificate::authorityKey)
        .flatMap(key -> key)
        .map(key -> authorityKey(key, extent(extension.value())));
  }

  private AuthorityKeyIdentifier authorityKey(AuthorityKey key, Extent extent) {
    var issuers = key.directoryNames().stream().map(name -> distinguished(name, extent)).toList();
    var serial = key.serial().map(number -> hex(number.toByteArray())).orElse("");
    return new AuthorityKeyIdentifier(key.keyId().orElse(""), issuers, serial, extent);
  }

  private static String hex(byte[] number) {
    int from = 0;
    while (from < number.length - 1 && number[from] == 0) from++;
    return java.util.HexFormat.of().formatHex(number, from, number.length);
  }

  private Optional<SubjectAlternativeNames> alternativeNames(Extension extension) {
    return readable(certificate::alternativeNames)
        .map(names -> alternativeNames(names, extent(extension.value())));
  }

  private static SubjectAlternativeNames alternativeNames(AlternativeNames names, Extent extent) {
    var all = new ArrayList<AlternativeName>();
    names.dnsNames().forEach(name -> all.add(new AlternativeName("dns", name, extent)));
    names.addresses().forEach(name -> all.add(new AlternativeName("ip", name, extent)));
    names.emails().forEach(name -> all.add(new AlternativeName("email", name, extent)));
    names.uris().forEach(name -> all.add(new AlternativeName("uri", name, extent)));
    for (Name name : names.directoryNames())
      all.add(new AlternativeName("directory", name.toString(), extent));
    return new SubjectAlternativeNames(all, extent);
  }

  private DistinguishedName name(Supplier<Name> name, Extent extent) {
    return readable(name)
        .map(read -> distinguished(read, extent))
        .orElseGet(() -> new DistinguishedName(List.of(), bytes(extent), extent));
  }

  private DistinguishedName distinguished(Name name, Extent extent) {
    var parts = new ArrayList<RelativeName>();
    for (var attribute : name.attributes()) {
      var one = new Attribute(attribute.oid(), attribute.value(), contentOf(attribute.span()));
      if (!attribute.withPrevious() || parts.isEmpty()) {
        parts.add(new RelativeName(List.of(one)));
      } else {
        var joined = new ArrayList<>(parts.removeLast().attributes());
        joined.add(one);
        parts.add(new RelativeName(joined));
      }
    }
    return new DistinguishedName(parts, new Bytes(name.der()), extent);
  }

  /// The content of an item, behind its tag and length.
  private Extent contentOf(Span item) {
    int length = der[item.offsetBytes() + 1] & 0xff;
    int head = length < LONG_LENGTH ? 2 : 2 + (length - LONG_LENGTH);
    return Extent.between(Math.min(item.offsetBytes() + head, item.endBytes()), item.endBytes());
  }

  private Bytes bytes(Extent extent) {
    return new Bytes(Arrays.copyOfRange(der, extent.offsetBytes(), extent.endBytes()));
  }
}
