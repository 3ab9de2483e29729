package org.testigo.formats.x509;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The further names of a subject, each kind in its order.
///
/// @param addresses IP addresses as text; of another size than 4 or 16 bytes as `#` and hex
/// @param others how many there are of other kinds
public record AlternativeNames(
    List<String> dnsNames,
    List<String> addresses,
    List<String> emails,
    List<String> uris,
    List<Name> directoryNames,
    int others) {
  static final AlternativeNames NONE =
      new AlternativeNames(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

  private static final int EMAIL = 0x81;
  private static final int DNS_NAME = 0x82;
  static final int DIRECTORY_NAME = 0xa4;
  private static final int URI = 0x86;
  private static final int ADDRESS = 0x87;

  public AlternativeNames {
    dnsNames = List.copyOf(dnsNames);
    addresses = List.copyOf(addresses);
    emails = List.copyOf(emails);
    uris = List.copyOf(uris);
    directoryNames = List.copyOf(directoryNames);
  }

  static AlternativeNames read(Der names) {
    var dnsNames = new ArrayList<String>();
    var addresses = new ArrayList<String>();
    var emails = new ArrayList<String>();
    var uris = new ArrayList<String>();
    var directoryNames = new ArrayList<Name>();
    int others = 0;
    while (names.hasMore()) {
      names.read("an alternative name");
      switch (names.tag) {
        case EMAIL -> emails.add(text(names));
        case DNS_NAME -> dnsNames.add(text(names));
        case URI -> uris.add(text(names));
        case ADDRESS -> addresses.add(IpText.of(names.contentBytes()));
        case DIRECTORY_NAME -> directoryNames.add(Name.read(names.bytes, names.content, names.end));
        default -> others++;
      }
    }
    return new AlternativeNames(dnsNames, addresses, emails, uris, directoryNames, others);
  }

  private static String text(Der item) {
    return new String(item.bytes, item.content, item.contentLength(), StandardCharsets.UTF_8);
  }
}
