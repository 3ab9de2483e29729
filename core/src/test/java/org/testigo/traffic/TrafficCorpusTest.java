package org.testigo.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testigo.traffic.OtherTools.Row;

/// Every name, fingerprint and certificate that tshark, nDPI and the reference of JA4 see in the
/// captures of the corpus is seen here, but for the exceptions of `docs/reference/captures.md`.
class TrafficCorpusTest {
  private static final String FUZZED = "network/ndpi/pcap/fuzz-2006-06-26-2594.pcap";
  private static OtherTools tools = new OtherTools();

  @BeforeAll
  static void begin() {
    tools = new OtherTools();
  }

  /// What is not seen here, as `file value`.
  private static Set<String> missing(List<Row> rows, Function<String, Set<String>> ours) {
    var missing = new TreeSet<String>();
    int count = 0;
    for (Row row : rows) {
      if (ours.apply(row.file()).contains(row.value().toLowerCase(Locale.ROOT))) count++;
      else missing.add(row.file().replaceFirst("^network/ndpi/pcap/", "") + " " + row.value());
    }
    System.out.printf("traffic: %d of %d values of another program%n", count, rows.size());
    return missing;
  }

  @Test
  void everyServerNameOfTshark() {
    var rows = OtherTools.tshark("tls_client_hello.tsv", "tls.handshake.extensions_server_name");
    assertThat(rows).hasSize(139);
    assertThat(missing(rows, tools::serverNames)).containsExactly("quic_t51.pcap www.google.com");
  }

  @Test
  void everyJa3OfTshark() {
    var rows = OtherTools.tshark("tls_client_hello.tsv", "tls.handshake.ja3");
    assertThat(rows).hasSize(171);
    assertThat(missing(rows, tools::ja3))
        .containsExactly("quic_t51.pcap 92e76078d514999cd950474995dab2b5");
  }

  @Test
  void everyJa3sOfTshark() {
    var rows = OtherTools.tshark("tls_server_hello.tsv", "tls.handshake.ja3s");
    assertThat(rows).hasSize(154);
    assertThat(missing(rows, tools::ja3s))
        .containsExactly("quic_t51.pcap eb1d94daa7e0344597e756a1fb6e7054");
  }

  @Test
  void everyTargetOfTshark() {
    var rows = OtherTools.tshark("http_request.tsv", "http.request.uri");
    assertThat(missing(rows, tools::requests)).isEmpty();
    assertThat(missing(OtherTools.tshark("http_request.tsv", "http.host"), tools::hosts)).isEmpty();
  }

  /// Damaged names are spelled in many ways; DNS inside HTTP/2 is not read.
  @Test
  void everyNameAskedForOfTshark() {
    var rows =
        OtherTools.tshark("dns.tsv", "dns.qry.name").stream()
            .filter(row -> !row.file().equals(FUZZED))
            .filter(row -> !row.file().contains("dns_over_https_POST"))
            .map(row -> row.value().equals("<Root>") ? new Row(row.file(), "") : row)
            .toList();
    assertThat(rows).hasSize(884);
    assertThat(missing(rows, tools::lookups))
        .containsExactly(
            "malformed_dns.pcap <Name too long>",
            "network/suricata-verify/vxlan-decoder-01/input.pcap localhost");
  }

  @Test
  void everyReferenceOfJa4() {
    assertThat(OtherTools.ja4()).hasSize(33);
    assertThat(missing(OtherTools.ja4(), tools::ja4)).isEmpty();
  }

  @Test
  void everyCertificateOfNdpi() {
    var rows =
        OtherTools.ndpi(Pattern.compile("\\[Certificate SHA-1: ([0-9A-F:]+)\\]")).stream()
            .map(row -> new Row(row.file(), row.value().replace(":", "")))
            .toList();
    assertThat(rows).hasSize(67);
    assertThat(missing(rows, tools::certificates)).isEmpty();
  }

  @Test
  void everyJa3sOfNdpi() {
    var rows = OtherTools.ndpi(Pattern.compile("\\[JA3S: ([0-9a-f]{32})"));
    assertThat(rows).hasSize(107);
    assertThat(missing(rows, tools::ja3s)).isEmpty();
  }

  /// The names that are no names of DNS, TLS, QUIC or HTTP stand in the documentation.
  @Test
  void everyNameOfNdpi() {
    var rows =
        OtherTools.ndpi(
                Pattern.compile(
                    "\\[proto: (?![^\\]]*(?:NetBIOS|FTP_CONTROL))[^\\]]*\\].*?\\[Hostname/SNI: ([^\\]]*)\\]"))
            .stream()
            .filter(row -> !row.file().equals(FUZZED))
            .toList();
    assertThat(missing(rows, TrafficCorpusTest::names))
        .containsExactly(
            "dns-invalid-chars.pcap www.allyourbasesare???ongto.cn",
            "dns_ambiguous_names.pcap _.teams.microsoft.com",
            "dns_invert_query.pcapng 216.58.202.4",
            "gquic.pcap www.gstatic.com",
            "http_ipv6.pcap www.google.it",
            "quic_q50.pcap www.googletagmanager.com",
            "quic_t51.pcap www.google.com",
            "smtp-starttls.pcap mx.google.com",
            "xiaomi.pcap 47.241.35.73",
            "xiaomi.pcap 47.241.59.87",
            "xiaomi.pcap fr-app-chat-global-xiaomi-net1-1667981913.eu-central-1.elb.amazonaws.com",
            "xiaomi.pcap fr-app-chat-global-xiaomi-net2-2117517874.eu-central-1.elb.amazonaws.com");
  }

  private static Set<String> names(String file) {
    var names = new TreeSet<>(tools.lookups(file));
    names.addAll(tools.serverNames(file));
    names.addAll(tools.hosts(file));
    tools
        .traffic(file)
        .all(org.testigo.model.ClearIdentifier.class)
        .forEach(found -> names.add(found.value().toLowerCase(Locale.ROOT)));
    return names;
  }
}
