package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.indicators.names.NameScanner;
import org.testigo.indicators.names.WebAddress;
import org.testigo.model.Hashes;
import org.testigo.model.IpAddress;

/// Gathers objects of STIX that one observed thing consists of, by their types.
final class ModelObjects {
  private final Map<String, List<StixNode.Dictionary>> byType = new LinkedHashMap<>();
  private final NameScanner scanner = new NameScanner(this::address, this::email);

  Map<String, List<StixNode.Dictionary>> byType() {
    return byType;
  }

  /// Begins an object; its type is also its property `type`.
  Properties object(String type) {
    var properties = new Properties().text("type", type);
    byType.computeIfAbsent(type, _ -> new ArrayList<>(1)).add(properties.node());
    return properties;
  }

  /// An address as `url`, and its host.
  Properties url(String url) {
    var made = object("url").text("value", url);
    host(url);
    return made;
  }

  /// Every address, host name and e-mail address that stands in a text.
  void scan(String text) {
    scanner.scan(text);
  }

  private void address(String text) {
    if (text.contains("://")) url(text);
    else host(text);
  }

  void host(String address) {
    WebAddress.parse(address)
        .ifPresent(parsed -> {
          String type =
              parsed.address().map(ip -> ip.v6() ? "ipv6-addr" : "ipv4-addr").orElse("domain-name");
          object(type).text("value", unbracketed(parsed.host()));
        });
  }

  Properties address(IpAddress address) {
    return object(address.v6() ? "ipv6-addr" : "ipv4-addr").text("value", address.toString());
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  void email(String address) {
    object("email-addr").text("value", address);
    host(address.substring(address.lastIndexOf('@') + 1));
  }

  /// The other side of a contact: an account, and an e-mail address where it is one.
  Properties account(String login) {
    String address = withoutScheme(login);
    if (address.indexOf('@') > 0) email(address);
    return object("user-account").text("account_login", address);
  }

  private static String withoutScheme(String account) {
    return account.startsWith("mailto:") || account.startsWith("tel:")
        ? account.substring(account.indexOf(':') + 1)
        : account;
  }

  /// A file by its path, with its folder.
  Properties file(String path) {
    int slash = path.lastIndexOf('/');
    var file = object("file").text("path", path).text("name", path.substring(slash + 1));
    if (slash < 0) return file;
    String folder = slash == 0 ? "/" : path.substring(0, slash);
    var directory = object("directory").text("path", folder);
    return file.node("parent_directory_ref", directory.node());
  }

  /// Digests under the names of STIX, and under those that published packs use.
  static StixNode.Dictionary digests(Hashes hashes) {
    var digests = new Properties();
    hashes.md5().ifPresent(md5 -> digests.text("MD5", md5).text("md5", md5));
    hashes.sha1().ifPresent(sha1 -> digests.text("SHA-1", sha1).text("sha1", sha1));
    hashes.sha256().ifPresent(sha256 -> digests.text("SHA-256", sha256).text("sha256", sha256));
    return digests.node();
  }

  /// The digest of a certificate under the name of the algorithm that has this length.
  static StixNode.Dictionary certificate(String digest) {
    String algorithm =
        switch (digest.length()) {
          case 32 -> "md5";
          case 40 -> "sha1";
          case 64 -> "sha256";
          default -> "unknown";
        };
    return new Properties().text(algorithm, digest).node();
  }

  /// Properties of an object that is still being made.
  static final class Properties {
    private final Map<String, StixNode> values = new LinkedHashMap<>();
    private final StixNode.Dictionary node = new Growing(values);

    /// What is added later is in it, too.
    StixNode.Dictionary node() {
      return node;
    }

    Properties node(String property, StixNode value) {
      values.put(property, value);
      return this;
    }

    Properties text(String property, String value) {
      return node(property, new StixNode.Text(value));
    }

    Properties text(String property, Optional<String> value) {
      value.ifPresent(present -> text(property, present));
      return this;
    }

    Properties number(String property, long value) {
      return node(property, StixNode.Decimal.of(value));
    }

    Properties texts(String property, List<String> texts) {
      return node(
          property,
          new StixNode.Listing(texts.stream().<StixNode>map(StixNode.Text::new).toList()));
    }
  }

  private record Growing(Map<String, StixNode> entries) implements StixNode.Dictionary {
    @Override
    public Optional<StixNode> get(String property) {
      return Optional.ofNullable(entries.get(property));
    }

    @Override
    public Collection<StixNode> values() {
      return entries.values();
    }
  }
}
