package org.testigo.samples.scans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small made-up Internet in March 2013 and a year later, and the files that scanners would have
/// made of it.
///
/// - An operator of RCS: a collector behind four relays that show its leaf, one of them at two
///   adjacent addresses; a year later another leaf of the same authority at a new address. A mail
///   server has the key of the collector in another certificate.
/// - Three more installations of RCS, with the names `default` and `server`, with random names and
///   with names that say nothing, and two servers of which only the HTTP answer shows them.
/// - Four servers of FinFisher, one of each generation that can be seen in an answer; one of them
///   answered in two ways.
/// - Web sites, and look-alikes of every one of these.
public final class MadeUpScan {
  /// The addresses that a rule recognises, in their order.
  public static final List<String> RECOGNISED =
      List.of(
          "192.0.2.10",
          "192.0.2.11",
          "192.0.2.12",
          "192.0.2.20",
          "192.0.2.21",
          "192.0.2.30",
          "192.0.2.31",
          "192.0.2.32",
          "192.0.2.40",
          "192.0.2.41",
          "198.51.100.7",
          "203.0.113.5",
          "203.0.113.6",
          "203.0.113.7",
          "203.0.113.8");

  /// The address that only a key ties to them.
  public static final String TIED = "198.51.100.25";

  private MadeUpScan() {}

  /// All servers as they were at the first scan.
  public static List<MadeUpServer> first() {
    var servers = new ArrayList<>(operators());
    servers.addAll(lookAlikes());
    servers.addAll(webSites());
    return List.copyOf(servers);
  }

  /// Those that a rule recognises, and the one that only a key ties to them.
  public static List<MadeUpServer> operators() {
    return List.of(
        MadeUpServer.showing("192.0.2.10", Chains.COLLECTOR, Chains.AUTHORITY)
            .alsoAnswering(Answers.misspelt("http://www.example.org"))
            .named("cdn.news.example")
            .replying(100, 260),
        MadeUpServer.showing("192.0.2.11", Chains.COLLECTOR, Chains.AUTHORITY)
            .replying(40_000, 40_007),
        MadeUpServer.showing("192.0.2.12", Chains.COLLECTOR, Chains.AUTHORITY)
            .alsoAnswering(Answers.refreshAlone("http://www.example.net")),
        MadeUpServer.showing("192.0.2.20", Chains.COLLECTOR, Chains.AUTHORITY),
        MadeUpServer.showing("192.0.2.21", Chains.COLLECTOR, Chains.AUTHORITY),
        MadeUpServer.showing("192.0.2.30", Chains.SERVER, Chains.DEFAULT_AUTHORITY),
        MadeUpServer.showing("192.0.2.31", Chains.RANDOM, Chains.RANDOM_AUTHORITY),
        MadeUpServer.showing("192.0.2.32", Chains.SYSTEM, Chains.SYSTEM_AUTHORITY),
        MadeUpServer.answering("192.0.2.40", Answers.footer("192.0.2.40")),
        MadeUpServer.answering("192.0.2.41", Answers.misspelt("http://www.example.com")),
        MadeUpServer.showing(TIED, Chains.SAME_KEY)
            .alsoAnswering(Answers.ordinary("Postfix", "Correo")),
        MadeUpServer.answering("203.0.113.5", Answers.greeting()).named("update.example"),
        MadeUpServer.answering("203.0.113.6", Answers.copyOfApache()),
        MadeUpServer.answering("203.0.113.7", Answers.nothing()),
        MadeUpServer.answering("203.0.113.8", Answers.serverFirst()));
  }

  /// Servers that no rule must take for one of these.
  public static List<MadeUpServer> lookAlikes() {
    return List.of(
        MadeUpServer.answering("198.51.100.50", Answers.wellSpelt()),
        MadeUpServer.answering("198.51.100.51", Answers.misspeltByOthers()),
        MadeUpServer.answering("198.51.100.52", Answers.quoting()),
        MadeUpServer.answering("198.51.100.53", Answers.router()),
        MadeUpServer.answering(
            "198.51.100.54", Answers.copyOfApache().replace(" UTC\r\n", " GMT\r\n")),
        MadeUpServer.answering("198.51.100.55", Answers.nothing() + "<html>"),
        MadeUpServer.answering(
            "198.51.100.56", Answers.serverFirst().replace("Length: 140", "Length: 141")),
        MadeUpServer.showing("198.51.100.57", Chains.randomForServers()),
        MadeUpServer.showing("198.51.100.58", Chains.site("ht-srl.example")),
        MadeUpServer.showing("198.51.100.59", Chains.systemOfOthers()),
        MadeUpServer.showing("198.51.100.60", Chains.companyOfOthers()),
        MadeUpServer.showing("198.51.100.61", Chains.defaultOfOthers()));
  }

  private static List<MadeUpServer> webSites() {
    var servers = new ArrayList<MadeUpServer>();
    String[] programs = {
      "nginx/1.4.6", "Apache/2.2.22 (Debian)", "Microsoft-IIS/7.5", "lighttpd/1.4"
    };
    for (int i = 0; i < 40; i++) {
      var name = "tienda-%02d.example".formatted(i);
      servers.add(
          MadeUpServer.showing("203.0.113." + (100 + i), Chains.site(name), Chains.PUBLIC_AUTHORITY)
              .alsoAnswering(Answers.ordinary(programs[i % programs.length], "Tienda " + i))
              .named(name)
              .replying(i, 1_000 + i));
    }
    return servers;
  }

  /// What had changed a year later: the operator of RCS with a new leaf at a new address, and a
  /// server of FinFisher that answers as the next generation does.
  public static List<MadeUpServer> later() {
    return List.of(
        MadeUpServer.showing("198.51.100.7", Chains.NEW_COLLECTOR, Chains.AUTHORITY),
        MadeUpServer.answering("203.0.113.5", Answers.nothing()),
        MadeUpServer.answering("203.0.113.100", Answers.ordinary("nginx/1.4.6", "Tienda 0")));
  }

  /// Writes the files of both scans into an empty folder.
  public static void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    var first = first();
    var later = later();
    Files.writeString(folder.resolve("20130312-http.jsonl"), ScanFiles.sonarHttp(first));
    Files.writeString(folder.resolve("20140310-http.jsonl"), ScanFiles.sonarHttp(later));
    Files.writeString(folder.resolve("20130312_certs"), ScanFiles.sonarCertificates(first));
    Files.writeString(folder.resolve("20130312_hosts"), ScanFiles.sonarHosts(first));
    Files.writeString(
        folder.resolve("zgrab2.jsonl"), ScanFiles.zgrab2(later, "2014-03-10T09:00:00Z"));
    Files.writeString(folder.resolve("pdns.ndjson"), ScanFiles.passiveDns(first));
    Files.writeString(folder.resolve("zmap.csv"), ScanFiles.zmap(first));
  }
}
