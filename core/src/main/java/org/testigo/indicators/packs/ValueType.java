package org.testigo.indicators.packs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.indicators.names.HostName;
import org.testigo.model.IpAddress;

/// What kind of thing a value is, as a STIX object path: from the word that a pack uses for it, or
/// from the value alone.
final class ValueType {
  static final String DOMAIN = "domain-name:value";
  static final String URL = "url:value";
  static final String EMAIL = "email-addr:value";
  static final String APP = "app:id";
  static final String CERTIFICATE = "app:cert.sha1";
  static final String FILE_NAME = "file:name";
  static final String FILE_PATH = "file:path";
  static final String PROCESS = "process:name";
  static final String PROFILE = "configuration-profile:id";

  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern HEX = Pattern.compile("\\p{XDigit}+");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9-]{2,63}");
  private static final Pattern TOP_LABEL = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]+");

  private ValueType() {}

  /// The type that a word of MISP, Volexity or a heading of a table means; empty where it is no
  /// thing that can be looked for.
  ///
  /// @param value decides between addresses of version 4 and 6, and what `file` means
  static Optional<String> ofWord(String word, String value) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "domain", "hostname", "host", "domain_name", "domain name", "fqdn" ->
          Optional.of(domainOrAddress(value));
      case "ip",
          "ip-dst",
          "ip-src",
          "ipaddress",
          "ip_address",
          "ip address",
          "ipv4",
          "ipv6",
          "ipv4-addr",
          "ipv6-addr" ->
          address(value);
      case "url", "uri", "associated url" -> Optional.of(URL);
      case "email",
          "e-mail",
          "email-src",
          "email-dst",
          "email-addr",
          "email-reply-to",
          "emailsender",
          "emailaddress",
          "whois-registrant-email" ->
          Optional.of(EMAIL);
      case "phone-number", "whois-registrant-phone" -> Optional.of("phone-number:value");
      case "filename", "file name", "file_name", "email-attachment" -> Optional.of(FILE_NAME);
      case "filepath", "file_path", "file path" -> Optional.of(FILE_PATH);
      case "file" -> Optional.of(hash(value).orElse(FILE_NAME));
      case "process", "process-name", "process name", "process_name" -> Optional.of(PROCESS);
      case "mobile-application-id",
          "package",
          "package name",
          "package_name",
          "bundle id",
          "app id" ->
          Optional.of(APP);
      case "certificate" -> Optional.of(CERTIFICATE);
      case "regkey", "regkey|value" -> Optional.of("windows-registry-key:key");
      case "mutex" -> Optional.of("mutex:name");
      case "ja3-fingerprint-md5", "ja3" -> Optional.of("network-traffic:x_ja3");
      case "ja3s" -> Optional.of("network-traffic:x_ja3s");
      case "ja4" -> Optional.of("network-traffic:x_ja4");
      case "user-agent" ->
          Optional.of("network-traffic:extensions.http-request-ext.request_header.User-Agent");
      default -> ofDigestWord(word.strip().toLowerCase(Locale.ROOT).replace("-", ""));
    };
  }

  private static Optional<String> ofDigestWord(String word) {
    return switch (word) {
      case "md5",
          "sha1",
          "sha224",
          "sha256",
          "sha384",
          "sha512",
          "sha3256",
          "sha3512",
          "ssdeep",
          "tlsh",
          "imphash",
          "pehash",
          "authentihash",
          "vhash" ->
          Optional.of("file:hashes." + word);
      case "x509fingerprintmd5", "x509fingerprintsha1", "x509fingerprintsha256" ->
          Optional.of("x509-certificate:hashes." + word.substring("x509fingerprint".length()));
      default -> Optional.empty();
    };
  }

  /// The type that a value alone shows; empty where it shows none.
  static Optional<String> ofValue(String value) {
    if (value.isEmpty() || hasSpace(value)) return Optional.empty();
    var known = hash(value).or(() -> address(value));
    if (known.isPresent()) return known;
    if (UUID.matcher(value).matches()) return Optional.of(PROFILE);
    if (value.startsWith("/")) return Optional.of(FILE_PATH);
    if (value.contains("://")) return Optional.of(URL);
    int at = value.indexOf('@');
    if (at > 0) return at < value.length() - 1 ? Optional.of(EMAIL) : Optional.empty();
    int rest = firstOf(value, '/', '?', ':');
    if (!isHost(value.substring(0, rest))) return Optional.empty();
    return Optional.of(rest == value.length() ? DOMAIN : URL);
  }

  /// Whether the text could be a host name of a single label; published lists hold some, cut short
  /// by mistake.
  static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  private static boolean hasSpace(String value) {
    for (int i = 0; i < value.length(); i++)
      if (Character.isWhitespace(value.charAt(i))) return true;
    return false;
  }

  private static int firstOf(String value, char... marks) {
    int first = value.length();
    for (char mark : marks) {
      int found = value.indexOf(mark);
      if (found >= 0) first = Math.min(first, found);
    }
    return first;
  }

  private static boolean isHost(String text) {
    if (IpAddress.parse(text).isPresent()) return true;
    for (int i = 0; i < text.length(); i++) if (!HostName.isPart(text.charAt(i))) return false;
    String host = HostName.normalise(text);
    int dot = host.lastIndexOf('.');
    return dot > 0 && TOP_LABEL.matcher(host.substring(dot + 1)).matches();
  }

  private static String domainOrAddress(String value) {
    return address(value).orElse(value.indexOf('/') >= 0 ? URL : DOMAIN);
  }

  private static Optional<String> address(String value) {
    int slash = value.indexOf('/');
    return IpAddress.parse(slash < 0 ? value : value.substring(0, slash))
        .map(ip -> ip.v6() ? "ipv6-addr:value" : "ipv4-addr:value");
  }

  private static Optional<String> hash(String value) {
    String algorithm =
        switch (value.length()) {
          case 32 -> "md5";
          case 40 -> "sha1";
          case 64 -> "sha256";
          case 128 -> "sha512";
          default -> "";
        };
    return algorithm.isEmpty() || !HEX.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("file:hashes." + algorithm);
  }
}
