package org.testigo.reports.atlas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids of STIX objects that are the same for the same object in every run: UUIDs of version 5 (RFC
/// 9562), of addresses in the namespace that STIX 2.1 gives, of others in one of ours.
final class StixId {
  /// STIX 2.1, section 2.9.
  private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  /// Version 5 of `testigo.org` in the namespace of names.
  private static final UUID OURS =
      version5(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "testigo.org");

  private StixId() {}

  /// Of an object that is told from others by its content.
  static String of(String type, String content) {
    return type + "--" + version5(OURS, type + "|" + content);
  }

  /// Of an address or a name, whose value is all that tells it from others.
  static String ofValue(String type, String value) {
    return type + "--" + version5(OBSERVABLES, "{\"value\":\"" + value + "\"}");
  }

  private static UUID version5(UUID namespace, String name) {
    var sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .flip());
    var digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = digest.getLong() & ~0xf000L | 0x5000L;
    long low = digest.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
