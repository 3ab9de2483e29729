package org.testigo.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Makes `Warninglists.txt` out of the MISP warninglists, which are CC0: of the lists that matter
/// for judging an indicator the values alone, each list under a line `[name kind category]`.
///
/// Usage: `WarninglistData <folder of warninglists> <revision> Warninglists.txt`
public final class WarninglistData {

  /// A list, how its values are compared, and what it says of a value.
  private record Source(String folder, String kind, String category) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source("cloudflare-top1k", "name", "most-visited"),
          new Source("tranco10k", "name", "most-visited"),
          new Source("google", "name", "large-provider"),
          new Source("microsoft-office365", "name", "large-provider"),
          new Source("captive-portals", "name", "large-provider"),
          new Source("crl-hostname", "name", "large-provider"),
          new Source("url-shortener", "name", "shortener"),
          new Source("link-in-bio", "name", "shared-name"),
          new Source("security-provider-blogpost", "name", "security-report"),
          new Source("whats-my-ip", "name", "large-provider"),
          new Source("common-ioc-false-positive", "digest", "harmless-file"),
          new Source("empty-hashes", "digest", "harmless-file"),
          new Source("public-dns-v4", "range", "public-resolver"),
          new Source("rfc1918", "range", "special-address"),
          new Source("rfc5735", "range", "special-address"),
          new Source("rfc6598", "range", "special-address"),
          new Source("ipv6-linklocal", "range", "special-address"),
          new Source("multicast", "range", "special-address"),
          new Source("akamai", "range", "shared-address"),
          new Source("amazon-aws", "range", "shared-address"),
          new Source("cloudflare", "range", "shared-address"),
          new Source("fastly", "range", "shared-address"),
          new Source("google-gcp", "range", "shared-address"),
          new Source("parking-domain", "range", "shared-address"),
          new Source("apple", "range", "large-provider-address"),
          new Source("telegram-ips", "range", "large-provider-address"),
          new Source("sinkholes", "range", "sinkhole"));

  /// Of 60,000 open resolvers those that people enter by hand.
  private static final Set<String> RESOLVERS =
      Set.of(
          "1.0.0.1",
          "1.1.1.1",
          "4.2.2.1",
          "4.2.2.2",
          "8.8.4.4",
          "8.8.8.8",
          "9.9.9.9",
          "94.140.14.14",
          "94.140.15.15",
          "149.112.112.112",
          "208.67.220.220",
          "208.67.222.222");

  /// Addresses for documentation occur in no network, only in made-up samples.
  private static final Set<String> DOCUMENTATION =
      Set.of("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");

  private WarninglistData() {}

  public static void main(String[] arguments) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("// MISP warninglists, https://github.com/MISP/misp-warninglists, CC0-1.0");
    lines.add("// revision " + arguments[1] + ": the values alone of some lists");
    for (Source source : SOURCES) {
      Path file = Path.of(arguments[0]).resolve(source.folder()).resolve("list.json");
      lines.add("[" + source.folder() + " " + source.kind() + " " + source.category() + "]");
      values(file).stream()
          .map(WarninglistData::plain)
          .filter(value -> keeps(source, value))
          .sorted()
          .distinct()
          .forEach(lines::add);
    }
    Files.writeString(Path.of(arguments[2]), String.join("\n", lines) + "\n");
  }

  private static boolean keeps(Source source, String value) {
    if (DOCUMENTATION.contains(value)) return false;
    if (source.kind().equals("digest")) return value.matches("[0-9a-f]{32,128}");
    return !source.category().equals("public-resolver") || RESOLVERS.contains(value);
  }

  /// In lower case; a dot before a name says that names below it are meant too.
  private static String plain(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    return text.startsWith(".") ? text.substring(1) : text;
  }

  private static List<String> values(Path file) throws IOException {
    var values = new ArrayList<String>();
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.START_ARRAY || !"list".equals(parser.currentName()))
          continue;
        while (parser.nextToken() != JsonToken.END_ARRAY) values.add(parser.getString());
      }
    }
    return values;
  }
}
