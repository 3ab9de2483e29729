package org.testigo.samples.formats;

import java.nio.charset.StandardCharsets;

/// Writes an attributed string as NeXT's typedstream, as Messages keeps it in `attributedBody`.
///
/// Version 4, "streamtyped", system version 1000. 0x84 begins something new, 0x85 is nil, 0x86 ends
/// an object, 0x92 and above point back: to classes and objects in one numbering, to type names in
/// another. Numbers are one byte, or 0x81 with two or 0x82 with four little-endian bytes.
public final class Typedstream {
  private static final int NEW = 0x84;
  private static final int NIL = 0x85;
  private static final int END = 0x86;
  private static final int FIRST_REFERENCE = 0x92;

  private Typedstream() {}

  /// One run of text over the whole, with the attribute that makes it the first part of a message.
  public static byte[] attributedString(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    var out = new Bytes(utf8.length + 160).u8(4).u8(11).ascii("streamtyped");
    number(out, 1000);
    out.u8(NEW).u8(1).ascii("@");
    newObject(out, "NSAttributedString");
    ancestor(out, "NSObject").u8(NIL);
    string(out, utf8);
    out.u8(NEW).u8(2).ascii("iI").u8(1);
    number(out, text.length());
    return attributes(out).u8(END).toArray();
  }

  private static Bytes string(Bytes out, byte[] utf8) {
    out.u8(FIRST_REFERENCE);
    newObject(out, "NSString").u8(FIRST_REFERENCE + 2);
    out.u8(NEW).u8(1).ascii("+");
    return number(out, utf8.length).bytes(utf8).u8(END);
  }

  /// A dictionary of one entry: the number of the message part, 0.
  private static Bytes attributes(Bytes out) {
    String key = "__kIMMessagePartAttributeName";
    out.u8(FIRST_REFERENCE);
    newObject(out, "NSDictionary").u8(FIRST_REFERENCE + 2);
    out.u8(NEW).u8(1).ascii("i").u8(1);
    out.u8(FIRST_REFERENCE).u8(NEW).u8(FIRST_REFERENCE + 4).u8(FIRST_REFERENCE + 4);
    number(out, key.length()).ascii(key).u8(END);
    out.u8(FIRST_REFERENCE);
    newObject(out, "NSNumber");
    ancestor(out, "NSValue").u8(FIRST_REFERENCE + 2);
    out.u8(NEW).u8(1).ascii("*").u8(NEW).u8(FIRST_REFERENCE + 7).u8(FIRST_REFERENCE + 7).u8(0);
    return out.u8(END).u8(END);
  }

  private static Bytes newObject(Bytes out, String className) {
    out.u8(NEW).u8(NEW).u8(NEW).u8(className.length()).ascii(className);
    return out.u8(versionOf(className));
  }

  private static Bytes ancestor(Bytes out, String className) {
    return out.u8(NEW).u8(NEW).u8(className.length()).ascii(className).u8(0);
  }

  private static int versionOf(String className) {
    return className.equals("NSString") ? 1 : 0;
  }

  private static Bytes number(Bytes out, int value) {
    if (value < 0x80) return out.u8(value);
    if (value < 0x8000) return out.u8(0x81).littleEndian(value, 2);
    return out.u8(0x82).littleEndian(value, 4);
  }
}
