package org.testigo.scanning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.Subject;
import org.testigo.model.scan.X509Certificate;

/// What a second look goes after: the certificates, keys, addresses and names of what was found.
///
/// Filled by one thread between two looks, then only read.
public final class Ties {
  /// So many bytes of a key stand in no other.
  private static final int KEY_LITERAL_BYTES = 24;

  /// What stands behind the modulus of an RSA key: the exponent, which many share.
  private static final int KEY_TAIL_BYTES = 8;

  private final Map<String, CertificateId> digests = new HashMap<>();
  private final Map<String, HitCertificate> bodies = new HashMap<>();
  private final Map<String, Literal> keys = new HashMap<>();
  private final Set<IpAddress> addresses = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  private boolean grew;

  /// What is sent of ties from one machine to another.
  record Content(
      Map<String, CertificateId> digests,
      Map<String, HitCertificate> bodies,
      Map<String, Literal> keys,
      Set<IpAddress> addresses,
      Set<String> names) {}

  /// All of them, for another machine that runs the same version.
  public byte[] bytes() {
    return RecordBytes.write(new Content(digests, bodies, keys, addresses, names));
  }

  /// Ties from their [#bytes()].
  public static Ties of(byte[] bytes) {
    var content = RecordBytes.read(Content.class, bytes, line -> line);
    var ties = new Ties();
    ties.digests.putAll(content.digests());
    ties.bodies.putAll(content.bodies());
    ties.keys.putAll(content.keys());
    ties.addresses.addAll(content.addresses());
    ties.names.addAll(content.names());
    return ties;
  }

  boolean isEmpty() {
    return digests.isEmpty() && keys.isEmpty() && addresses.isEmpty() && names.isEmpty();
  }

  /// Adds what a part found.
  ///
  /// @return whether anything of it was new
  public boolean add(Part part) {
    grew = false;
    part.sightings().forEach(this::add);
    part.certificates().forEach(this::add);
    part.hitCertificates().forEach(this::add);
    part.names().forEach(name -> grew |= names.add(name.name()));
    return grew;
  }

  private void add(Sighting sighting) {
    grew |= addresses.add(sighting.endpoint().address());
    sighting.chain().stream().map(CertificateLink::id).forEach(this::add);
  }

  private void add(HitCertificate hit) {
    add(hit.certificate());
    hexOf(hit.certificate().id()).forEach(hex -> put(bodies, hex, hit));
  }

  private void add(X509Certificate certificate) {
    add(certificate.id());
    put(keys, certificate.keySha256(), keyLiteral(certificate));
  }

  private void add(CertificateId id) {
    hexOf(id).forEach(hex -> put(digests, hex, id));
  }

  private <T> void put(Map<String, T> known, String name, T value) {
    grew |= !value.equals(known.put(name, value));
  }

  private static Stream<String> hexOf(CertificateId id) {
    return Stream.of(id.sha256(), id.sha1(), id.md5(), id.pemMd5()).filter(hex -> !hex.isEmpty());
  }

  private static Literal keyLiteral(X509Certificate certificate) {
    int end = certificate.key().endBytes();
    int length = certificate.key().lengthBytes();
    if (length > 2 * KEY_LITERAL_BYTES + KEY_TAIL_BYTES) end -= KEY_TAIL_BYTES;
    int from = end - Math.min(length, KEY_LITERAL_BYTES);
    byte[] der = certificate.der().array();
    return new Literal(
        Subject.CERTIFICATE, new Bytes(java.util.Arrays.copyOfRange(der, from, end)));
  }

  /// Bytes of each key.
  Collection<Literal> literals() {
    return keys.values();
  }

  /// Digests, addresses and names as texts.
  Collection<String> texts() {
    var texts = new ArrayList<>(digests.keySet());
    addresses.forEach(address -> texts.addAll(spelled(address)));
    texts.addAll(names);
    return texts;
  }

  /// An address of version 6 may be written in full.
  private static List<String> spelled(IpAddress address) {
    if (!address.v6()) return List.of(address.toString());
    var groups = new ArrayList<String>();
    var padded = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      long half = i < 4 ? address.high() : address.low();
      int group = (int) (half >>> 48 - 16 * (i % 4)) & 0xffff;
      groups.add(Integer.toHexString(group));
      padded.add("%04x".formatted(group));
    }
    return List.of(address.toString(), String.join(":", groups), String.join(":", padded));
  }

  /// The certificate with this digest, where its body was met.
  Optional<HitCertificate> body(CertificateId id) {
    return hexOf(id).flatMap(hex -> Optional.ofNullable(bodies.get(hex)).stream()).findFirst();
  }

  boolean isTied(IpAddress address) {
    return addresses.contains(address);
  }

  boolean isTied(NameResolution name) {
    return names.contains(name.name())
        || IpAddress.parse(name.data()).filter(addresses::contains).isPresent();
  }

  boolean hasKeyOf(X509Certificate certificate) {
    return keys.containsKey(certificate.keySha256());
  }

  private static void add(@Nullable CertificateId tie, Set<String> found) {
    if (tie != null) found.add(tie.shown());
  }

  /// What ties a service to what was found, in words that are the same for the same tie.
  Set<String> of(ServiceSighting service, List<X509Certificate> chain) {
    var found = new LinkedHashSet<String>();
    for (CertificateLink link : service.chain())
      hexOf(link.id()).forEach(hex -> add(digests.get(hex), found));
    for (X509Certificate certificate : chain) {
      hexOf(certificate.id()).forEach(hex -> add(digests.get(hex), found));
      if (hasKeyOf(certificate)) found.add("key " + certificate.keySha256());
    }
    if (!service.chain().isEmpty() && isTied(service.endpoint().address()))
      found.add("address " + service.endpoint().address());
    return found;
  }
}
