package org.testigo.formats.x509;

import java.util.HexFormat;
import java.util.Map;

/// One attribute of a name, such as `CN=example.org`.
///
/// @param oid the type, such as `2.5.4.3`
/// @param value decoded by the string type; bytes that are no string as `#` and hex
/// @param stringTag the type that was used: 12 UTF8, 19 Printable, 20 T61, 22 IA5, 28 Universal, 30
///   BMP
/// @param span where the value lies
/// @param withPrevious whether it shares its place in the name with the attribute before
public record Attribute(String oid, String value, int stringTag, Span span, boolean withPrevious) {
  /// As OpenSSL writes them.
  private static final Map<String, String> SHORT_NAMES =
      Map.ofEntries(
          Map.entry("2.5.4.3", "CN"),
          Map.entry("2.5.4.4", "SN"),
          Map.entry("2.5.4.5", "serialNumber"),
          Map.entry("2.5.4.6", "C"),
          Map.entry("2.5.4.7", "L"),
          Map.entry("2.5.4.8", "ST"),
          Map.entry("2.5.4.9", "street"),
          Map.entry("2.5.4.10", "O"),
          Map.entry("2.5.4.11", "OU"),
          Map.entry("2.5.4.12", "title"),
          Map.entry("2.5.4.13", "description"),
          Map.entry("2.5.4.15", "businessCategory"),
          Map.entry("2.5.4.17", "postalCode"),
          Map.entry("2.5.4.41", "name"),
          Map.entry("2.5.4.42", "GN"),
          Map.entry("2.5.4.43", "initials"),
          Map.entry("2.5.4.46", "dnQualifier"),
          Map.entry("2.5.4.97", "organizationIdentifier"),
          Map.entry("0.9.2342.19200300.100.1.1", "UID"),
          Map.entry("0.9.2342.19200300.100.1.25", "DC"),
          Map.entry("1.2.840.113549.1.9.1", "emailAddress"),
          Map.entry("1.2.840.113549.1.9.2", "unstructuredName"),
          Map.entry("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"));

  /// `CN` and the like; the identifier where there is no short name.
  public String type() {
    return SHORT_NAMES.getOrDefault(oid, oid);
  }

  /// `CN=value`; a comma, a plus and the like in the value have a backslash before them, control
  /// characters are written as `\` and two hex digits.
  @Override
  public String toString() {
    var text = new StringBuilder(type()).append('=');
    for (int i = 0; i < value.length(); i++) {
      char one = value.charAt(i);
      if (one < ' ' || one == 0x7f) {
        text.append('\\').append(HexFormat.of().toHexDigits((byte) one));
      } else {
        if (",+\"\\<>;=".indexOf(one) >= 0) text.append('\\');
        text.append(one);
      }
    }
    return text.toString();
  }
}
