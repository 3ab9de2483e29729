package org.testigo.indicators.matching;

import java.text.Normalizer;
import java.util.Locale;
import org.testigo.indicators.names.HostName;
import org.testigo.indicators.names.WebAddress;
import org.testigo.model.AddressRange;

/// The kinds of values that are told apart in matching: values of one kind are compared with one
/// another, in the form that [#key] gives them.
enum Kind {
  HOST,
  ADDRESS_RANGE,
  URL,
  EMAIL,
  PHONE,
  PROCESS,
  FILE_NAME,
  FILE_PATH,
  HASH,
  APP,
  CERTIFICATE,
  PROFILE,
  PROPERTY,
  /// How a program speaks TLS: JA3, JA3S, JA4.
  TLS_FINGERPRINT,
  USER_AGENT,
  /// What no table holds: things that no supported evidence shows, such as keys of the Windows
  /// registry, and rare properties, which are left to the pattern language.
  UNSEEN;

  /// The kind of an indicator, by its STIX object path.
  static Kind of(String type, String value) {
    if (type.startsWith("file:hashes.")) return HASH;
    if (type.startsWith("app:cert") || type.startsWith("x509-certificate:hashes."))
      return CERTIFICATE;
    return switch (type) {
      case "domain-name:value",
          "network-traffic:dst_ref.value",
          "network-traffic:src_ref.value",
          "ipv4-addr:value",
          "ipv6-addr:value" ->
          isAddress(value) ? ADDRESS_RANGE : HOST;
      case "url:value" -> URL;
      case "email-addr:value", "email-message:from_ref.value", "email-message:sender_ref.value" ->
          EMAIL;
      case "user-account:account_login", "user-account:user_id" -> ofLogin(value);
      case "phone-number:value" -> PHONE;
      case "process:name", "process:binary_ref.name", "process:image_ref.name" -> PROCESS;
      case "file:name" -> FILE_NAME;
      case "file:path", "directory:path", "file:parent_directory_ref.path" -> FILE_PATH;
      case "app:id" -> APP;
      case "configuration-profile:id", "configuration-profile:identifier" -> PROFILE;
      case "android-property:name" -> PROPERTY;
      case "network-traffic:x_ja3", "network-traffic:x_ja3s", "network-traffic:x_ja4" ->
          TLS_FINGERPRINT;
      case "network-traffic:extensions.http-request-ext.request_header.User-Agent",
          "network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'" ->
          USER_AGENT;
      default -> UNSEEN;
    };
  }

  private static Kind ofLogin(String value) {
    if (value.indexOf('@') > 0) return EMAIL;
    return digits(value).isEmpty() ? UNSEEN : PHONE;
  }

  private static boolean isAddress(String value) {
    return AddressRange.parse(value).isPresent();
  }

  /// The form in which values of this kind are compared; empty where the text is no such value.
  String key(String value) {
    return switch (this) {
      case HOST -> host(value);
      case URL -> WebAddress.parse(value).map(Kind::page).orElse("");
      case EMAIL -> email(value);
      case PHONE -> digits(value);
      case PROCESS, FILE_NAME -> composed(value.strip());
      case FILE_PATH -> path(value);
      case HASH, CERTIFICATE -> hex(value);
      case PROFILE -> value.strip().toLowerCase(Locale.ROOT);
      case APP, PROPERTY, USER_AGENT -> value.strip();
      case TLS_FINGERPRINT -> value.strip().toLowerCase(Locale.ROOT);
      case ADDRESS_RANGE, UNSEEN -> "";
    };
  }

  /// Packs write `*.example.org` for a name and what lies below it, which is what a name means here
  /// anyway.
  private static String host(String value) {
    String stripped = value.strip();
    return HostName.normalise(stripped.startsWith("*.") ? stripped.substring(2) : stripped);
  }

  private static String page(WebAddress address) {
    return address.page();
  }

  static String email(String value) {
    String stripped = value.strip();
    int at = stripped.lastIndexOf('@');
    if (at <= 0) return "";
    return stripped.substring(0, at).toLowerCase(Locale.ROOT)
        + '@'
        + HostName.normalise(stripped.substring(at + 1));
  }

  /// The digits alone; numbers are written with and without spaces, brackets and `+`.
  static String digits(String value) {
    var digits = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++)
      if (value.charAt(i) >= '0' && value.charAt(i) <= '9') digits.append(value.charAt(i));
    return digits.length() < 6 ? "" : digits.toString();
  }

  /// The path without `/private`, which `/var`, `/tmp` and `/etc` are links into, and without a `/`
  /// at the end.
  static String path(String value) {
    String path = composed(value.strip());
    if (path.startsWith("/private/")) path = path.substring("/private".length());
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') end--;
    return path.substring(0, end);
  }

  static String composed(String value) {
    return Normalizer.isNormalized(value, Normalizer.Form.NFC)
        ? value
        : Normalizer.normalize(value, Normalizer.Form.NFC);
  }

  static String hex(String value) {
    return value.replace(":", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
