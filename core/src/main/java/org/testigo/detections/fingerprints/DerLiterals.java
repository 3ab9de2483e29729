package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.testigo.model.scan.Bytes;

/// How values stand in the DER form of a certificate.
final class DerLiterals {
  private static final Pattern OID = Pattern.compile("[012](?:\\.(?:0|[1-9][0-9]{0,17})){1,30}");

  /// UTF8String, PrintableString, TeletexString, IA5String.
  private static final int[] STRING_TAGS = {0x0c, 0x13, 0x14, 0x16};

  private DerLiterals() {}

  static boolean isOid(String text) {
    return OID.matcher(text).matches();
  }

  /// A text stands in it as its bytes, or with two bytes per character in a BMPString; one that is
  /// known whole stands there behind its type, tag and length.
  static Literals of(NameQuestion.ValueTest value) {
    if (value.test() instanceof ByteTest.Equals whole && !value.oid().isEmpty())
      return whole(value.oid(), whole.wanted());
    return spellings(value.test());
  }

  static Literals spellings(ByteTest test) {
    var narrow = test.literals();
    if (narrow.isEmpty()) return Literals.NONE;
    var all = new ArrayList<Literals>();
    for (Bytes literal : narrow.any()) {
      all.add(Literals.of(literal));
      all.add(Literals.of(wide(literal)));
    }
    return Literals.union(all);
  }

  private static Literals whole(String oid, Bytes value) {
    if (value.length() > 127) return Literals.of(value);
    var all = new ArrayList<Literals>();
    for (int tag : STRING_TAGS) all.add(Literals.of(tagged(oid, tag, value)));
    all.add(Literals.of(wide(value)));
    return Literals.union(all);
  }

  private static Bytes tagged(String oid, int tag, Bytes value) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(oid(oid));
    out.write(tag);
    out.write(value.length());
    out.writeBytes(value.array());
    return new Bytes(out.toByteArray());
  }

  private static Bytes wide(Bytes narrow) {
    return new Bytes(new String(narrow.array(), UTF_8).getBytes(UTF_16BE));
  }

  /// The object identifiers as a SEQUENCE, where its length takes one byte.
  static Literals sequence(List<String> oids) {
    var content = new ByteArrayOutputStream();
    for (String oid : oids) content.writeBytes(oid(oid));
    if (content.size() > 127) return Literals.NONE;
    var out = new ByteArrayOutputStream();
    out.write(0x30);
    out.write(content.size());
    out.writeBytes(content.toByteArray());
    return Literals.of(new Bytes(out.toByteArray()));
  }

  /// An object identifier with its tag and length.
  static byte[] oid(String dotted) {
    String[] parts = dotted.split("\\.", -1);
    var content = new ByteArrayOutputStream();
    base128(content, 40 * Long.parseLong(parts[0]) + Long.parseLong(parts[1]));
    for (int i = 2; i < parts.length; i++) base128(content, Long.parseLong(parts[i]));
    var out = new ByteArrayOutputStream();
    out.write(0x06);
    out.write(content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  private static void base128(ByteArrayOutputStream out, long value) {
    int shift = 63;
    while (shift > 0 && value >>> shift == 0) shift -= 7;
    for (; shift > 0; shift -= 7) out.write((int) (value >>> shift & 0x7f | 0x80));
    out.write((int) (value & 0x7f));
  }
}
