package org.testigo.traffic;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testigo.Corpus;
import org.testigo.model.HttpExchange;
import org.testigo.model.NameLookup;
import org.testigo.model.TlsHandshake;

/// What other programs saw in the captures of the corpus, beside what we see.
final class OtherTools {
  private final Map<String, Traffic> read = new HashMap<>();
  private final Path root = Objects.requireNonNull(Corpus.path("expected").getParent());

  /// A value that another program names for a capture.
  record Row(String file, String value) {}

  /// One column of a table of tshark; a cell may hold several values.
  static List<Row> tshark(String table, String column) {
    var text = new String(Corpus.bytes("expected/tshark/" + table), StandardCharsets.UTF_8);
    var lines = text.split("\n", -1);
    int index = List.of(lines[0].split("\t", -1)).indexOf(column);
    var rows = new ArrayList<Row>();
    for (int i = 1; i < lines.length; i++) {
      var cells = lines[i].split("\t", -1);
      if (cells.length <= index) continue;
      for (String value : cells[index].split(",", -1))
        if (!value.isEmpty()) rows.add(new Row(cells[0], value));
    }
    return rows;
  }

  /// Values of a pattern's first group in the results of nDPI, by its capture.
  static List<Row> ndpi(Pattern pattern) {
    return results("network/ndpi/result", "network/ndpi/pcap/", "", ".out", pattern);
  }

  /// Values of JA4 in the reference results.
  static List<Row> ja4() {
    return results(
        "network/ja4/rust",
        "network/ja4/pcap/",
        "ja4__insta@",
        ".snap",
        Pattern.compile("(?m)^\\s*ja4: (\\S+)"));
  }

  private static List<Row> results(
      String folder, String captures, String before, String after, Pattern pattern) {
    var rows = new ArrayList<Row>();
    for (Path file : Corpus.filesBelow(folder)) {
      var name = String.valueOf(file.getFileName());
      if (!name.endsWith(after)) continue;
      var capture = captures + name.substring(before.length(), name.length() - after.length());
      var text = new String(Corpus.read(file), StandardCharsets.ISO_8859_1);
      pattern.matcher(text).results().forEach(hit -> rows.add(new Row(capture, hit.group(1))));
    }
    return rows;
  }

  Traffic traffic(String file) {
    return read.computeIfAbsent(file, name -> Traffic.of(root.resolve(name)));
  }

  private Stream<TlsHandshake.ClientSide> clients(String file) {
    return traffic(file).all(TlsHandshake.class).flatMap(seen -> seen.client().stream());
  }

  Set<String> serverNames(String file) {
    return lower(clients(file).flatMap(client -> client.serverName().stream()));
  }

  Set<String> ja3(String file) {
    return lower(clients(file).map(TlsHandshake.ClientSide::ja3));
  }

  Set<String> ja4(String file) {
    return lower(clients(file).map(TlsHandshake.ClientSide::ja4));
  }

  Set<String> ja3s(String file) {
    return lower(
        traffic(file)
            .all(TlsHandshake.class)
            .flatMap(seen -> seen.server().stream())
            .map(TlsHandshake.ServerSide::ja3s));
  }

  Set<String> certificates(String file) {
    return lower(
        traffic(file)
            .all(TlsHandshake.class)
            .flatMap(seen -> seen.certificates().stream())
            .flatMap(shown -> shown.hashes().sha1().stream()));
  }

  Set<String> lookups(String file) {
    return lower(traffic(file).all(NameLookup.class).map(NameLookup::name));
  }

  Set<String> requests(String file) {
    return lower(
        traffic(file)
            .all(HttpExchange.class)
            .flatMap(seen -> seen.request().stream())
            .map(HttpExchange.Request::target));
  }

  Set<String> hosts(String file) {
    return lower(
        traffic(file)
            .all(HttpExchange.class)
            .flatMap(seen -> seen.request().stream())
            .flatMap(asked -> Stream.concat(asked.host().stream(), Stream.of(asked.target())))
            .flatMap(host -> Stream.of(host, host.replaceFirst(":[0-9]+$", ""))));
  }

  private static Set<String> lower(Stream<String> values) {
    var set = new TreeSet<String>();
    values.map(value -> value.toLowerCase(Locale.ROOT)).forEach(set::add);
    return set;
  }
}
