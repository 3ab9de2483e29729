package org.testigo.bench.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.testigo.samples.certificates.MadeUpCertificate;
import org.testigo.samples.certificates.MadeUpName;
import org.testigo.samples.scans.MadeUpScan;
import org.testigo.samples.scans.MadeUpServer;
import org.testigo.samples.scans.ScanFiles;

/// Scan data of a size that is asked for, made by code: ordinary servers, among them those that the
/// rules must find and those that look alike, each several times at places of its own.
final class Corpora {
  /// How often each planted server stands in a file.
  private static final int TIMES = 5;

  private static final int MEGA = 1_000_000;

  /// Of so many ordinary lines one is spelled in an unusual way, in the file of other spellings.
  private static final int UNUSUAL_EVERY = 500;

  private final Path work;
  private final long bytes;

  Corpora(Path work, int megabytes) {
    this.work = work;
    this.bytes = (long) megabytes * MEGA;
  }

  /// How a line of JSON is written.
  enum Style {
    USUAL,
    SHUFFLED_KEYS,
    OTHER_SPELLING
  }

  /// Something planted, and the line where it stands.
  record Planted(MadeUpServer server, boolean isHit) {}

  private static List<Planted> planted(boolean isHttp) {
    var planted = new ArrayList<Planted>();
    for (MadeUpServer server : MadeUpScan.operators()) {
      boolean isTied = server.address().equals(MadeUpScan.TIED);
      if (isHttp != server.answer().isEmpty() && !isTied) planted.add(new Planted(server, true));
    }
    for (MadeUpServer server : MadeUpScan.lookAlikes())
      if (isHttp != server.answer().isEmpty()) planted.add(new Planted(server, false));
    return planted;
  }

  /// Writes answers of HTTP in the form of Project Sonar.
  ///
  /// @return the lines with a hit, as `line address`
  SortedSet<String> sonarHttp(String name, Style style, long size) throws IOException {
    var ordinary = new OrdinaryAnswers(11);
    var random = new Random(12);
    var expected = new TreeSet<String>();
    var planted = planted(true);
    try (var out = new Lines(work.resolve(name))) {
      int placed = 0;
      while (out.bytes < size) {
        boolean isDue =
            placed < TIMES * planted.size() && out.bytes >= place(placed, planted.size(), size);
        if (isDue) {
          var plant = planted.get(placed++ % planted.size());
          long line =
              out.write(
                  line(
                      plant.server().address(), plant.server().answerBytes(), style, true, random));
          if (plant.isHit()) expected.add(line + " " + plant.server().address());
        } else {
          boolean isUnusual = random.nextInt(UNUSUAL_EVERY) == 0;
          out.write(line(ordinary.address(), ordinary.next(), style, isUnusual, random));
        }
      }
    }
    return expected;
  }

  private static long place(int index, int kinds, long size) {
    return size / (TIMES * kinds + 1) * (index + 1);
  }

  private static String line(
      String address, byte[] answer, Style style, boolean isUnusual, Random random) {
    String data = Base64.getEncoder().encodeToString(answer);
    return switch (style) {
      case USUAL ->
          "{\"vhost\": \"%1$s\", \"host\": \"%1$s\", \"data\": \"%2$s\"}\n"
              .formatted(address, data);
      case SHUFFLED_KEYS -> shuffled(address, data, random);
      case OTHER_SPELLING ->
          "{\"%1$s\":\"%2$s\" ,\"host\" : \"%2$s\",\"data\":\"%3$s\"}\n"
              .formatted(
                  isUnusual ? "v\\u0068ost" : "vhost",
                  address,
                  isUnusual ? unusual(data, random) : data.replace("/", "\\/"));
    };
  }

  private static String shuffled(String address, String data, Random random) {
    var fields =
        new ArrayList<>(
            List.of(
                "\"vhost\": \"" + address + "\"",
                "\"host\": \"" + address + "\"",
                "\"data\": \"" + data + "\""));
    java.util.Collections.shuffle(fields, random);
    return "{" + String.join(", ", fields) + "}\n";
  }

  private static String unusual(String data, Random random) {
    var spelled = new StringBuilder();
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (random.nextInt(3) > 0) spelled.append(c);
      else spelled.append((random.nextBoolean() ? "\\u%04x" : "\\u%04X").formatted((int) c));
    }
    return spelled.toString();
  }

  /// Writes certificates and their hosts in the form of Project Sonar.
  ///
  /// @return the lines of hosts with a hit, as `line address`
  SortedSet<String> sonarSsl(String certificates, String hosts, long size) throws IOException {
    var expected = new TreeSet<String>();
    var planted = planted(false);
    try (var bodies = new Lines(work.resolve(certificates));
        var shown = new Lines(work.resolve(hosts))) {
      int placed = 0;
      for (int i = 0; bodies.bytes < size; i++) {
        var name = "sitio-%07d.example".formatted(i);
        var site = MadeUpServer.showing("203.0.113." + i % 256, site(name, i));
        bodies.writeAll(ScanFiles.sonarCertificates(List.of(site)));
        shown.writeAll(ScanFiles.sonarHosts(List.of(site)));
        if (placed < planted.size() && bodies.bytes >= size / (planted.size() + 1) * (placed + 1)) {
          var plant = planted.get(placed++);
          bodies.writeAll(ScanFiles.sonarCertificates(List.of(plant.server())));
          long line = shown.write(ScanFiles.sonarHosts(List.of(plant.server())));
          if (plant.isHit()) expected.add(line + " " + plant.server().address());
        }
      }
    }
    return expected;
  }

  private static final MadeUpCertificate AUTHORITY =
      MadeUpCertificate.named(MadeUpName.of("C=MX", "O=Autoridad Ejemplo", "CN=Ejemplo CA"));

  private static MadeUpCertificate site(String name, int number) {
    return MadeUpCertificate.named(MadeUpName.of("C=MX", "O=Comercio " + number, "CN=" + name))
        .serial(1_000_003L * number + 17)
        .by(AUTHORITY)
        .usages(MadeUpCertificate.SERVER, MadeUpCertificate.CLIENT)
        .dnsNames(name, "www." + name);
  }

  /// Writes results of zgrab2.
  ///
  /// @return the lines with a hit, as `line address`
  SortedSet<String> zgrab2(String name, long size) throws IOException {
    var ordinary = new OrdinaryAnswers(21);
    var expected = new TreeSet<String>();
    var planted = planted(true);
    planted.addAll(planted(false));
    try (var out = new Lines(work.resolve(name))) {
      int placed = 0;
      while (out.bytes < size) {
        if (placed < planted.size() && out.bytes >= place(placed, planted.size(), size)) {
          var plant = planted.get(placed++);
          // One line per server: the certificates where it has some.
          long line = out.write(ScanFiles.zgrab2(List.of(plant.server()), "2014-03-10T09:00:00Z"));
          if (plant.isHit() && isSeenInZgrab2(plant.server()))
            expected.add(line + " " + plant.server().address());
        } else {
          var answer = new String(ordinary.next(), java.nio.charset.StandardCharsets.ISO_8859_1);
          var server = MadeUpServer.answering(ordinary.address(), answer);
          out.write(ScanFiles.zgrab2(List.of(server), "2014-03-10T09:00:00Z"));
        }
      }
    }
    return expected;
  }

  /// Header fields of zgrab2 have lost their order and spelling, on which some rules rest.
  private static boolean isSeenInZgrab2(MadeUpServer server) {
    return !server.chain().isEmpty();
  }

  long bytes() {
    return bytes;
  }

  /// A file of lines.
  private static final class Lines implements AutoCloseable {
    private final OutputStream out;
    private long lines;
    private long bytes;

    Lines(Path file) throws IOException {
      out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
    }

    /// Gives the number of the line.
    long write(String line) throws IOException {
      byte[] written = line.getBytes(US_ASCII);
      out.write(written);
      bytes += written.length;
      return ++lines;
    }

    void writeAll(String text) throws IOException {
      for (String line : text.split("(?<=\n)", -1)) if (!line.isEmpty()) write(line);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
