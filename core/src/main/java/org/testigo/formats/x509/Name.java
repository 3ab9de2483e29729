package org.testigo.formats.x509;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A distinguished name, its attributes in the order of their bytes. Two names are equal when their
/// bytes are.
public final class Name {
  private static final String WHAT = "a name";
  private static final String COMMON_NAME = "2.5.4.3";

  private final byte[] der;
  private final List<Attribute> attributes;

  private Name(byte[] der, List<Attribute> attributes) {
    this.der = der;
    this.attributes = List.copyOf(attributes);
  }

  /// Reads the item at the offset of the bytes; the places of the attributes are relative to these.
  ///
  /// Layout: a sequence of sets of sequences of a type and a value.
  ///
  /// @throws org.testigo.model.MalformedException when it is no name
  static Name read(byte[] bytes, int from, int to) {
    var attributes = new ArrayList<Attribute>();
    var whole = new Der(bytes, from, to).read(Der.SEQUENCE, WHAT);
    var sets = whole.inside();
    while (sets.hasMore()) {
      var set = sets.read(Der.SET, "a part of a name").inside();
      boolean isFirst = true;
      while (set.hasMore()) {
        var pair = set.read(Der.SEQUENCE, "an attribute of a name").inside();
        attributes.add(attribute(pair, !isFirst));
        isFirst = false;
      }
    }
    return new Name(Arrays.copyOfRange(bytes, whole.start, whole.end), attributes);
  }

  private static Attribute attribute(Der pair, boolean withPrevious) {
    pair.read(Der.OID, "the type of an attribute");
    String oid = Oid.text(pair.bytes, pair.content, pair.end);
    pair.read("the value of an attribute");
    return new Attribute(oid, text(pair), pair.tag, pair.span(), withPrevious);
  }

  static String text(Der item) {
    Charset charset = charset(item.tag);
    return charset == null
        ? "#" + HexFormat.of().formatHex(item.bytes, item.start, item.end)
        : new String(item.bytes, item.content, item.contentLength(), charset);
  }

  /// T61 is taken for Latin-1, as all that use it do. Printable and IA5 strings often hold UTF-8.
  private static @Nullable Charset charset(int tag) {
    return switch (tag) {
      case 0x0c, 0x12, 0x13, 0x16, 0x1a -> StandardCharsets.UTF_8;
      case 0x14, 0x1b -> StandardCharsets.ISO_8859_1;
      case 0x1c -> StandardCharsets.UTF_32BE;
      case 0x1e -> StandardCharsets.UTF_16BE;
      default -> null;
    };
  }

  public List<Attribute> attributes() {
    return attributes;
  }

  /// The values of a type, in their order.
  public List<String> values(String oid) {
    return attributes.stream()
        .filter(each -> each.oid().equals(oid))
        .map(Attribute::value)
        .toList();
  }

  public List<String> commonNames() {
    return values(COMMON_NAME);
  }

  public byte[] der() {
    return der.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Name name && Arrays.equals(der, name.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  /// `C=US, O=Example, CN=example.org`, in the order of the bytes; attributes that share a place
  /// are joined by `+`.
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Attribute each : attributes) {
      if (!text.isEmpty()) text.append(each.withPrevious() ? "+" : ", ");
      text.append(each);
    }
    return text.toString();
  }
}
