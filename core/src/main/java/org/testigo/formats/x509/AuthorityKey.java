package org.testigo.formats.x509;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Which key signed, as a certificate says.
///
/// @param keyId in hex
/// @param directoryNames of the one that signed the certificate of that key
/// @param serial of that certificate
public record AuthorityKey(
    Optional<String> keyId, List<Name> directoryNames, Optional<BigInteger> serial) {
  private static final int KEY_ID = 0x80;
  private static final int ISSUER = 0xa1;
  private static final int SERIAL = 0x82;

  public AuthorityKey {
    directoryNames = List.copyOf(directoryNames);
  }

  static AuthorityKey read(Der parts) {
    Optional<String> keyId = Optional.empty();
    var names = new ArrayList<Name>();
    Optional<BigInteger> serial = Optional.empty();
    while (parts.hasMore()) {
      parts.read("a part of the authority key identifier");
      switch (parts.tag) {
        case KEY_ID ->
            keyId = Optional.of(HexFormat.of().formatHex(parts.bytes, parts.content, parts.end));
        case ISSUER -> names.addAll(AlternativeNames.read(parts.inside()).directoryNames());
        case SERIAL -> {
          if (parts.contentLength() > 0) serial = Optional.of(new BigInteger(parts.contentBytes()));
        }
        default -> {
          // Nothing else is defined; Oddities tells of it.
        }
      }
    }
    return new AuthorityKey(keyId, names, serial);
  }
}
