package org.testigo.samples.scans;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.testigo.samples.certificates.MadeUpCertificate;

/// Servers in the formats of scanners, one entry per line.
public final class ScanFiles {
  private static final long FIRST_SEEN_SECONDS =
      Instant.parse("2013-03-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SEEN_SECONDS =
      Instant.parse("2013-04-01T00:00:00Z").getEpochSecond();

  private ScanFiles() {}

  /// Answers of HTTP, as Project Sonar kept them.
  public static String sonarHttp(List<MadeUpServer> servers) {
    return servers.stream()
        .filter(server -> !server.answer().isEmpty())
        .map(server ->
            "{\"vhost\": \"%1$s\", \"host\": \"%1$s\", \"data\": \"%2$s\"}\n"
                .formatted(server.address(), base64(server.answerBytes())))
        .collect(Collectors.joining());
  }

  /// Certificates of Project Sonar, each once.
  public static String sonarCertificates(List<MadeUpServer> servers) {
    var lines = new LinkedHashSet<String>();
    for (MadeUpServer server : servers)
      for (MadeUpCertificate certificate : server.chain())
        lines.add(sha1(certificate.der()) + "," + base64(certificate.der()) + "\n");
    return String.join("", lines);
  }

  /// Which address showed which of them.
  public static String sonarHosts(List<MadeUpServer> servers) {
    return servers.stream()
        .filter(server -> !server.chain().isEmpty())
        .map(server -> server.address() + "," + digests(server) + "\n")
        .collect(Collectors.joining());
  }

  private static String digests(MadeUpServer server) {
    return server.chain().stream()
        .map(certificate -> sha1(certificate.der()))
        .collect(Collectors.joining(","));
  }

  /// Both, as zgrab2 writes them.
  public static String zgrab2(List<MadeUpServer> servers, String time) {
    return servers.stream()
        .map(server ->
            "{\"ip\":\"%s\",\"data\":{%s}}\n"
                .formatted(
                    server.address(),
                    server.chain().isEmpty() ? http(server, time) : tls(server, time)))
        .collect(Collectors.joining());
  }

  private static String tls(MadeUpServer server, String time) {
    var chain =
        server.chain().stream()
            .skip(1)
            .map(certificate -> "{\"raw\":\"%s\"}".formatted(base64(certificate.der())))
            .collect(Collectors.joining(","));
    return """
    "tls":{"status":"success","protocol":"tls","port":443,"result":{"handshake_log":\
    {"server_certificates":{"certificate":{"raw":"%s"},"chain":[%s]}}},"timestamp":"%s"}\
    """
        .formatted(base64(server.chain().getFirst().der()), chain, time);
  }

  private static String http(MadeUpServer server, String time) {
    String[] parts = server.answer().split("\r\n\r\n", 2);
    String[] head = parts[0].split("\r\n", -1);
    String[] status = head[0].split(" ", 2);
    var fields =
        java.util.Arrays.stream(head)
            .skip(1)
            .map(line -> line.split(": ?", 2))
            .map(field ->
                "\"%s\":[\"%s\"]"
                    .formatted(
                        field[0].toLowerCase(java.util.Locale.ROOT).replace('-', '_'),
                        escaped(field[1])))
            .collect(Collectors.joining(","));
    return """
    "http":{"status":"success","protocol":"http","port":80,"result":{"response":\
    {"status_line":"%s","protocol":{"name":"%s"},"headers":{%s},"body":"%s"}},"timestamp":"%s"}\
    """
        .formatted(escaped(status[1]), status[0], fields, escaped(parts[1]), time);
  }

  /// As the encoder of Go does it.
  private static String escaped(String text) {
    var json = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c == '\n') json.append("\\n");
      else if (c == '\r') json.append("\\r");
      else if (c < ' ' || c == '<' || c == '>' || c == '&')
        json.append("\\u%04x".formatted((int) c));
      else json.append(c);
    }
    return json.toString();
  }

  /// Names, in the Common Output Format of passive DNS.
  public static String passiveDns(List<MadeUpServer> servers) {
    var lines = new StringBuilder();
    for (MadeUpServer server : servers)
      for (String name : server.names())
        lines.append(
            "{\"rrname\":\"%s.\",\"rrtype\":\"A\",\"rdata\":[\"%s\"],\"time_first\":%d,\"time_last\":%d,\"count\":9}\n"
                .formatted(name, server.address(), FIRST_SEEN_SECONDS, LAST_SEEN_SECONDS));
    return lines.toString();
  }

  /// Replies to probes, with their identification.
  public static String zmap(List<MadeUpServer> servers) {
    var lines = new StringBuilder("saddr,sport,ipid,ttl,classification,success,timestamp_str\n");
    for (MadeUpServer server : servers)
      for (int i = 0; i < server.ipIds().size(); i++)
        lines.append(
            "%s,443,%d,52,synack,1,2013-03-12T10:00:0%d.000+0000\n"
                .formatted(server.address(), server.ipIds().get(i), i));
    return lines.toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
