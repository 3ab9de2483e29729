package org.testigo.formats.typedstream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes attributed texts as iMessage archives them: one run over the whole text whose attributes
/// are the number of the message part, addresses and data.
public final class TypedStreamBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TypedStreamBytes() {}

  public static byte[] of(String text) {
    return of(text, List.of());
  }

  public static byte[] of(String text, List<String> links) {
    return new TypedStreamBytes().write(text, links, List.of());
  }

  static byte[] withData(String text, List<byte[]> data) {
    return new TypedStreamBytes().write(text, List.of(), data);
  }

  // Shared strings are numbered from 0x92 in the order of writing: @, NSAttributedString, NSObject,
  // NSString, +, iI, NSDictionary, i. Objects and classes likewise.
  private byte[] write(String text, List<String> links, List<byte[]> data) {
    hex("04 0b").ascii("streamtyped").hex("81 e8 03");
    hex("84 01 40 84 84 84 12").ascii("NSAttributedString");
    hex("00 84 84 08").ascii("NSObject").hex("00 85");
    hex("92 84 84 84 08").ascii("NSString").hex("01 94 84 01 2b");
    string(text).hex("86");
    hex("84 02 69 49 01").number(text.length());
    hex("92 84 84 84 0c").ascii("NSDictionary").hex("00 94 84 01 69");
    number(links.size() + data.size());
    for (String link : links) key("__kIMLinkAttributeName").url(link);
    for (byte[] bytes : data) key("__kIMDataDetectedAttributeName").data(bytes);
    return hex("86 86").out.toByteArray();
  }

  private TypedStreamBytes key(String name) {
    return hex("92 84 96 96").string(name).hex("86");
  }

  private void url(String address) {
    named("NSURL").hex("84 01 63 00 92 84 96 96").string(address).hex("86 86");
  }

  private void data(byte[] bytes) {
    String type = "[%dc]".formatted(bytes.length);
    named("NSData").hex("99").number(bytes.length).hex("84").number(type.length()).ascii(type);
    out.writeBytes(bytes);
    hex("86");
  }

  private TypedStreamBytes named(String className) {
    return hex("92 84 84 84").number(className.length()).ascii(className).hex("00 94");
  }

  private TypedStreamBytes string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  private TypedStreamBytes number(int number) {
    int bytes = number < 128 ? 1 : number < 0x8000 ? 2 : 4;
    if (bytes > 1) out.write(bytes == 2 ? 0x81 : 0x82);
    for (int i = 0; i < bytes; i++) out.write(number >> 8 * i);
    return this;
  }

  private TypedStreamBytes ascii(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private TypedStreamBytes hex(String bytes) {
    for (String one : bytes.split(" ")) out.write(Integer.parseInt(one, 16));
    return this;
  }
}
