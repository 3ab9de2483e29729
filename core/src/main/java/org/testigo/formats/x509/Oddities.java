package org.testigo.formats.x509;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.testigo.model.MalformedException;

/// Finds what RFC 5280 forbids and careless or home-made software writes all the same.
final class Oddities {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_SERIAL_BYTES = 20;
  private static final int MIN_CURVE_BITS = 224;
  private static final int MIN_RSA_BITS = 1024;
  private static final String PRINTABLE_EXTRA = " '()+,-./:=?";
  private static final int PRINTABLE_STRING = 0x13;

  private final Certificate certificate;
  private final List<Oddity> found = new ArrayList<>();

  private Oddities(Certificate certificate) {
    this.certificate = certificate;
  }

  static List<Oddity> of(Certificate certificate) {
    var search = new Oddities(certificate);
    search.run();
    search.found.sort(Comparator.comparingInt(Oddity::offsetBytes));
    return List.copyOf(search.found);
  }

  private void run() {
    look(this::frame);
    look(() -> lengths(new Der(certificate.bytes(), 0, certificate.der().length), 0));
    look(this::serial);
    look(this::algorithms);
    look(() -> name(certificate.issuer()));
    look(() -> time(certificate.notBefore()));
    look(() -> time(certificate.notAfter()));
    look(() -> name(certificate.subject()));
    look(this::publicKey);
    look(this::extensions);
    look(this::extendedKeyUsages);
    look(certificate::keyUsages);
    look(certificate::alternativeNames);
    look(certificate::authorityKey);
    look(certificate::subjectKeyId);
    look(certificate::isAuthority);
  }

  /// A part that cannot be decoded is an oddity, too.
  private void look(Runnable part) {
    try {
      part.run();
    } catch (MalformedException e) {
      odd((int) e.offsetBytes(), e.detail());
    }
  }

  private void odd(int offset, String detail) {
    found.add(new Oddity(offset, detail));
  }

  private void frame() {
    int behind = certificate.bytesBehind();
    int length = certificate.der().length;
    if (behind > 0) odd(length, "%d bytes behind the certificate".formatted(behind));
    int version = certificate.version();
    if (version < 1 || version > 3) odd(0, "version %d, expected 1 to 3".formatted(version));
    if (version != 3 && !certificate.extensions().isEmpty())
      odd(0, "extensions in version %d, expected 3".formatted(version));
  }

  /// DER writes every length in as few bytes as it takes.
  private void lengths(Der items, int depth) {
    while (items.hasMore()) {
      items.read("an item");
      int needed = lengthBytes(items.contentLength());
      int used = items.content - items.start - 1;
      if (used > needed)
        odd(items.start, "a length of %d bytes, expected %d".formatted(used, needed));
      boolean isConstructed = (items.tag & 0x20) != 0;
      if (isConstructed && depth < MAX_DEPTH) lengths(items.inside(), depth + 1);
    }
  }

  private static int lengthBytes(int length) {
    return length < 0x80 ? 1 : 1 + (39 - Integer.numberOfLeadingZeros(length)) / 8;
  }

  private void serial() {
    int offset = certificate.serialSpan().offsetBytes();
    String hex = certificate.serialHex();
    if (hex.isEmpty()) odd(offset, "a serial number without bytes");
    if (isLong(hex))
      odd(offset, "serial number %s with a byte that it does not need".formatted(hex));
    int sign = certificate.serial().signum();
    if (sign < 0) odd(offset, "serial number %s is negative".formatted(certificate.serial()));
    if (sign == 0) odd(offset, "serial number 0, expected a positive one");
    if (hex.length() > 2 * MAX_SERIAL_BYTES + 2)
      odd(offset, "a serial number of %d bytes, expected at most 20".formatted(hex.length() / 2));
  }

  /// Whether the first byte of an integer only repeats the sign of the second.
  private static boolean isLong(String hex) {
    if (hex.length() < 4) return false;
    boolean nextIsNegative = hex.charAt(2) >= '8';
    return hex.startsWith(nextIsNegative ? "ff" : "00");
  }

  private void algorithms() {
    Span inner = certificate.innerAlgorithmSpan();
    Span outer = certificate.outerAlgorithmSpan();
    byte[] bytes = certificate.bytes();
    boolean isSame =
        Arrays.equals(
            bytes,
            inner.offsetBytes(),
            inner.endBytes(),
            bytes,
            outer.offsetBytes(),
            outer.endBytes());
    if (isSame) return;
    odd(
        outer.offsetBytes(),
        "signature algorithm %s beside the signature, %s is signed or their parameters differ"
            .formatted(certificate.signatureAlgorithm(), certificate.signedSignatureAlgorithm()));
  }

  private void name(Name name) {
    for (Attribute each : name.attributes()) {
      if (!Oid.isOne(each.oid()))
        odd(each.span().offsetBytes(), "a name's attribute without a type: " + each.oid());
      if (each.stringTag() == PRINTABLE_STRING && !isPrintable(each.value()))
        odd(each.span().offsetBytes(), "a PrintableString with other characters: " + each.value());
      if (each.value().startsWith("#") && !isString(each.stringTag()))
        odd(each.span().offsetBytes(), "a name's value of type 0x%02x".formatted(each.stringTag()));
    }
  }

  private static boolean isString(int tag) {
    return tag == 0x0c || tag >= 0x12 && tag <= 0x1e;
  }

  private static boolean isPrintable(String value) {
    return value
        .chars()
        .allMatch(one ->
            one >= '0' && one <= '9'
                || one >= 'A' && one <= 'Z'
                || one >= 'a' && one <= 'z'
                || PRINTABLE_EXTRA.indexOf(one) >= 0);
  }

  private void time(CertificateTime time) {
    int offset = time.span().offsetBytes();
    if (time.instant().isEmpty()) odd(offset, "'%s' is no time".formatted(time.text()));
    else if (!time.isStrict())
      odd(offset, "time '%s', expected seconds and Z".formatted(time.text()));
  }

  private void publicKey() {
    int offset = certificate.publicKeySpan().offsetBytes();
    var key = certificate.publicKey();
    boolean isRsa = key.type().equals("RSA");
    if (isRsa && key.parametersTag() != Der.NULL)
      odd(
          offset,
          "an RSA key with parameters of type %d, expected NULL".formatted(key.parametersTag()));
    if (isRsa && key.bits() < MIN_RSA_BITS)
      odd(offset, "an RSA key of %d bits, expected 1024 or more".formatted(key.bits()));
    if (key.type().equals("EC") && key.bits() < MIN_CURVE_BITS) {
      odd(
          offset,
          key.bits() == 0
              ? "an EC key on a curve that is not known"
              : "an EC key of %d bits, expected 224 or more".formatted(key.bits()));
    }
    if (isRsa) rsaNumbers();
  }

  private void rsaNumbers() {
    Span span = certificate.publicKeySpan();
    var parts =
        new Der(certificate.bytes(), span.offsetBytes(), span.endBytes())
            .read("the public key")
            .inside();
    parts.read("the key's algorithm");
    parts.read(Der.BIT_STRING, "the key's bits");
    var numbers =
        new Der(parts.bytes, parts.content + 1, parts.end)
            .read(Der.SEQUENCE, "the RSA key")
            .inside();
    while (numbers.hasMore()) {
      numbers.read(Der.INTEGER, "a number of the RSA key");
      String hex =
          HexFormat.of()
              .formatHex(
                  numbers.bytes, numbers.content, Math.min(numbers.content + 2, numbers.end));
      if (isLong(hex))
        odd(numbers.start, "a number of the RSA key with a byte that it does not need");
      if (!hex.isEmpty() && hex.charAt(0) >= '8')
        odd(numbers.start, "a number of the RSA key is negative");
    }
  }

  private void extensions() {
    var seen = new HashSet<String>();
    for (Extension each : certificate.extensions()) {
      if (!seen.add(each.oid()))
        odd(each.span().offsetBytes(), "extension %s comes twice".formatted(each.oid()));
    }
  }

  private void extendedKeyUsages() {
    var extension = certificate.extension(Extension.EXTENDED_KEY_USAGE);
    if (extension.isEmpty()) return;
    int offset = extension.get().span().offsetBytes();
    List<String> usages = certificate.extendedKeyUsages();
    if (usages.isEmpty()) odd(offset, "extended key usages without any");
    for (String each : usages)
      if (!Oid.isOne(each)) odd(offset, "an extended key usage that is no identifier: " + each);
  }
}
