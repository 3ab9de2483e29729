package org.testigo.samples.certificates;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A distinguished name in the making; its parts stay in the order in which they were added.
public record MadeUpName(List<Part> parts) {
  private static final Map<String, String> OIDS =
      Map.of(
          "CN", "2.5.4.3",
          "C", "2.5.4.6",
          "L", "2.5.4.7",
          "ST", "2.5.4.8",
          "O", "2.5.4.10",
          "OU", "2.5.4.11",
          "emailAddress", "1.2.840.113549.1.9.1");

  public MadeUpName {
    parts = List.copyOf(parts);
  }

  /// How a value is written.
  public enum StringType {
    UTF8(0x0c, StandardCharsets.UTF_8),
    PRINTABLE(0x13, StandardCharsets.US_ASCII),
    T61(0x14, StandardCharsets.ISO_8859_1),
    IA5(0x16, StandardCharsets.US_ASCII),
    UNIVERSAL(0x1c, StandardCharsets.UTF_32BE),
    BMP(0x1e, StandardCharsets.UTF_16BE);

    private final int tag;
    private final Charset charset;

    StringType(int tag, Charset charset) {
      this.tag = tag;
      this.charset = charset;
    }
  }

  /// One attribute.
  public record Part(String oid, String value, StringType stringType) {}

  /// Parts such as `CN=example.org`, as UTF-8; `CN` and the like, or an identifier.
  public static MadeUpName of(String... parts) {
    var name = new MadeUpName(List.of());
    for (String part : parts) {
      int at = part.indexOf('=');
      name = name.with(part.substring(0, at), part.substring(at + 1), StringType.UTF8);
    }
    return name;
  }

  public MadeUpName with(String type, String value, StringType stringType) {
    var more = new ArrayList<>(parts);
    more.add(new Part(OIDS.getOrDefault(type, type), value, stringType));
    return new MadeUpName(more);
  }

  byte[] der() {
    byte[][] sets = new byte[parts.size()][];
    for (int i = 0; i < sets.length; i++) {
      Part part = parts.get(i);
      byte[] value =
          DerWriter.item(part.stringType().tag, part.value().getBytes(part.stringType().charset));
      sets[i] = DerWriter.item(DerWriter.SET, DerWriter.sequence(DerWriter.oid(part.oid()), value));
    }
    return DerWriter.sequence(sets);
  }
}
