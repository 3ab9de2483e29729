package org.testigo.formats.x509;

import java.math.BigInteger;
import java.util.Map;

/// What a public key is.
///
/// @param algorithmOid such as `1.2.840.113549.1.1.1`
/// @param type `RSA`, `EC`, `DSA`, `Ed25519`...; the identifier of others
/// @param bits of the modulus, of the curve's field or of the prime; 0 where it is not known
/// @param parametersTag of the algorithm's parameters; -1 where they lack
public record PublicKeyInfo(String algorithmOid, String type, int bits, int parametersTag) {
  private static final Map<String, String> TYPES =
      Map.of(
          "1.2.840.113549.1.1.1", "RSA",
          "1.2.840.113549.1.1.10", "RSASSA-PSS",
          "1.2.840.10045.2.1", "EC",
          "1.2.840.10040.4.1", "DSA",
          "1.3.101.112", "Ed25519",
          "1.3.101.113", "Ed448",
          "1.3.101.110", "X25519");
  private static final Map<String, Integer> CURVES =
      Map.of(
          "1.2.840.10045.3.1.1", 192,
          "1.3.132.0.33", 224,
          "1.2.840.10045.3.1.7", 256,
          "1.3.132.0.10", 256,
          "1.3.132.0.34", 384,
          "1.3.132.0.35", 521,
          "1.3.36.3.3.2.8.1.1.7", 256,
          "1.3.36.3.3.2.8.1.1.11", 384,
          "1.3.36.3.3.2.8.1.1.13", 512);

  static PublicKeyInfo read(byte[] bytes, Span spki) {
    var parts =
        new Der(bytes, spki.offsetBytes(), spki.endBytes())
            .read(Der.SEQUENCE, "the public key")
            .inside();
    var algorithm = parts.read(Der.SEQUENCE, "the key's algorithm").inside();
    algorithm.read(Der.OID, "the key's algorithm");
    String oid = Oid.text(bytes, algorithm.content, algorithm.end);
    int parametersTag = algorithm.peek();
    String type = TYPES.getOrDefault(oid, oid);
    int bits =
        switch (type) {
          case "RSA", "RSASSA-PSS" -> modulusBits(parts);
          case "EC" -> curveBits(algorithm);
          case "DSA" -> primeBits(algorithm);
          case "Ed25519", "X25519" -> 256;
          case "Ed448" -> 448;
          default -> 0;
        };
    return new PublicKeyInfo(oid, type, bits, parametersTag);
  }

  private static int modulusBits(Der parts) {
    parts.read(Der.BIT_STRING, "the key's bits");
    if (parts.contentLength() < 1) throw Der.malformed(parts.start, "a key without bits");
    // The first byte tells how many of the last bits are not used.
    var key = new Der(parts.bytes, parts.content + 1, parts.end);
    return firstIntegerBits(key.read(Der.SEQUENCE, "the RSA key").inside(), "the RSA modulus");
  }

  private static int primeBits(Der algorithm) {
    if (algorithm.peek() != Der.SEQUENCE) return 0;
    return firstIntegerBits(
        algorithm.read("the DSA parameters").inside(), "the prime of the DSA key");
  }

  private static int firstIntegerBits(Der numbers, String what) {
    numbers.read(Der.INTEGER, what);
    return numbers.contentLength() == 0 ? 0 : new BigInteger(1, numbers.contentBytes()).bitLength();
  }

  private static int curveBits(Der algorithm) {
    if (algorithm.peek() != Der.OID) return 0;
    algorithm.read("the curve");
    return CURVES.getOrDefault(Oid.text(algorithm.bytes, algorithm.content, algorithm.end), 0);
  }
}
