package org.testigo.samples.certificates;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.testigo.samples.formats.Bytes;

/// Items of DER.
final class DerWriter {
  static final int BIT_STRING = 0x03;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /// From this year on a time has four digits for it.
  private static final int LONG_YEARS = 2050;

  private DerWriter() {}

  static byte[] item(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) length += part.length;
    var bytes = new Bytes(length + 6).u8(tag);
    if (length < 0x80) bytes.u8(length);
    else if (length < 0x100) bytes.u8(0x81).u8(length);
    else if (length < 0x10000) bytes.u8(0x82).bigEndian(length, 2);
    else bytes.u8(0x83).bigEndian(length, 3);
    for (byte[] part : parts) bytes.bytes(part);
    return bytes.toArray();
  }

  static byte[] sequence(byte[]... parts) {
    return item(SEQUENCE, parts);
  }

  static byte[] integer(BigInteger number) {
    return item(0x02, number.toByteArray());
  }

  static byte[] bool(boolean value) {
    return item(0x01, new byte[] {(byte) (value ? 0xff : 0)});
  }

  static byte[] octets(byte[] bytes) {
    return item(0x04, bytes);
  }

  /// All bits are used.
  static byte[] bits(byte[] bytes) {
    return item(BIT_STRING, new byte[1], bytes);
  }

  static byte[] oid(String text) {
    String[] numbers = text.split("\\.");
    var bytes = new Bytes();
    group(bytes, Long.parseLong(numbers[0]) * 40 + Long.parseLong(numbers[1]));
    for (int i = 2; i < numbers.length; i++) group(bytes, Long.parseLong(numbers[i]));
    return item(0x06, bytes.toArray());
  }

  private static void group(Bytes bytes, long number) {
    for (int shift = 56; shift > 0; shift -= 7)
      if (number >>> shift != 0) bytes.u8((int) (number >>> shift) & 0x7f | 0x80);
    bytes.u8((int) number & 0x7f);
  }

  static byte[] time(Instant instant) {
    var time = instant.atZone(ZoneOffset.UTC);
    boolean isLong = time.getYear() >= LONG_YEARS;
    var form =
        DateTimeFormatter.ofPattern(isLong ? "uuuuMMddHHmmss'Z'" : "uuMMddHHmmss'Z'", Locale.ROOT);
    return item(isLong ? 0x18 : 0x17, form.format(time).getBytes(StandardCharsets.US_ASCII));
  }
}
