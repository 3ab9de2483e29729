package org.testigo.formats.x509;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Writes DER.
final class DerBytes {
  /// 1.2.840.10045.4.3.2, ECDSA with SHA-256.
  private static final byte[] ALGORITHM = item(0x30, hex("06082a8648ce3d040302"));

  private static final byte[] VALIDITY =
      item(0x30, item(0x17, ascii("140101000000Z")), item(0x18, ascii("20500101000000Z")));

  private DerBytes() {}

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] item(int tag, byte[]... content) {
    byte[] all = join(content);
    var item = new ByteArrayOutputStream();
    item.write(tag);
    if (all.length < 0x80) {
      item.write(all.length);
    } else {
      item.write(all.length < 0x100 ? 0x81 : 0x82);
      if (all.length >= 0x100) item.write(all.length >> 8);
      item.write(all.length);
    }
    item.writeBytes(all);
    return item.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  /// A set of one attribute, for a type of 2.5.4.
  static byte[] attribute(int type, int stringTag, byte[] value) {
    return item(
        0x31, item(0x30, item(0x06, new byte[] {0x55, 0x04, (byte) type}), item(stringTag, value)));
  }

  static byte[] commonName(String name) {
    return item(0x30, attribute(3, 0x0c, name.getBytes(StandardCharsets.UTF_8)));
  }

  /// An extension of 2.5.29.
  static byte[] extension(int type, byte[] value) {
    return item(0x30, item(0x06, new byte[] {0x55, 0x1d, (byte) type}), item(0x04, value));
  }

  /// A certificate with an EC key and bytes that look like a signature.
  static byte[] certificate(byte[] serial, byte[] issuer, byte[] subject, byte[]... extensions) {
    byte[] key =
        item(
            0x30,
            item(0x30, hex("06072a8648ce3d0201" + "06082a8648ce3d030107")),
            item(0x03, new byte[66]));
    byte[] signed =
        item(
            0x30,
            item(0xa0, hex("020102")),
            item(0x02, serial),
            ALGORITHM,
            issuer,
            VALIDITY,
            subject,
            key,
            item(0xa3, item(0x30, extensions)));
    return item(0x30, signed, ALGORITHM, item(0x03, new byte[72]));
  }
}
