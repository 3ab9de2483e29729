package org.testigo.artifacts.network;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testigo.artifacts.ArtifactFixture;

@AutoService(ArtifactFixture.class)
public final class ZeekLogsFixture implements ArtifactFixture {
  private static final String ENDS = "192.0.2.7\t40000\t198.51.100.9\t443";

  @Override
  public String artifactId() {
    return "network.zeek-logs";
  }

  @Override
  public List<File> files() {
    return List.of(
        file("table of connections", "conn.log", connections()),
        file("JSON of names", "dns.log", names()),
        file("table of handshakes", "ssl.log", handshakes()),
        file("JSON of requests", "http.2024.log", requests()),
        file("table of leases", "dhcp.log", leases()));
  }

  static File file(String layout, String name, String text) {
    return File.of(layout, "zeek", name, text.getBytes(StandardCharsets.UTF_8));
  }

  static String table(String path, String fields, String... rows) {
    return """
    #separator \\x09
    #set_separator\t,
    #empty_field\t(empty)
    #unset_field\t-
    #path\t%s
    #open\t2024-05-01-00-00-00
    #fields\t%s
    %s
    #close\t2024-05-01-01-00-00
    """
        .formatted(path, fields.replace(' ', '\t'), String.join("\n", rows));
  }

  static String connections() {
    return table(
        "conn",
        "ts uid id.orig_h id.orig_p id.resp_h id.resp_p proto service duration orig_bytes"
            + " resp_bytes conn_state orig_pkts orig_ip_bytes resp_pkts resp_ip_bytes"
            + " tunnel_parents",
        "1714521600.250000\tC1\t"
            + ENDS
            + "\ttcp\tssl,http\t2.5\t900\t7000\tSF\t8\t1300\t9\t7400\t-",
        "1714521601.000000\tC2\t2001:db8::1\t50000\t2001:db8::2\t53\tudp\t-\t-\t-\t-\tS0\t1\t70\t0"
            + "\t0\tC1,C9",
        "1714521602.000000\tC3\t192.0.2.7\t8\t198.51.100.9\t0\ticmp\t-\t-\t-\t-\tOTH\t1\t84\t0\t0"
            + "\t(empty)");
  }

  static String names() {
    return """
    {"ts":1714521600.5,"id.orig_h":"192.0.2.7","id.orig_p":50000,"id.resp_h":"192.0.2.1",\
    "id.resp_p":53,"proto":"udp","rtt":0.25,"query":"www.example.org","qtype_name":"A",\
    "rcode_name":"NOERROR","answers":["web.example.org","198.51.100.9","TXT 3 abc"],\
    "TTLs":[300.0,60.0,5.0]}
    """;
  }

  static String handshakes() {
    return table(
        "ssl",
        "ts uid id.orig_h id.orig_p id.resp_h id.resp_p version cipher server_name next_protocol"
            + " cert_chain_fuids subject issuer ja3 ja3s",
        "1714521600.5\tC1\t"
            + ENDS
            + "\tTLSv12\tTLS_RSA\twww.example.org\th2\tF1,F2\tCN=a\\x2cb\tCN=ca\t"
            + "0".repeat(32)
            + "\t"
            + "f".repeat(32));
  }

  private static String requests() {
    return """
    {"ts":1714521600.5,"id":{"orig_h":"192.0.2.7","orig_p":50000,"resp_h":"198.51.100.9",\
    "resp_p":80},"trans_depth":1,"method":"POST","host":"example.org","uri":"/a","status_code":204,\
    "password":"secret"}
    """;
  }

  private static String leases() {
    return table(
        "dhcp",
        "ts client_addr server_addr mac host_name",
        "1714521600.5\t192.0.2.7\t192.0.2.1\t02:00:00:00:00:01\tmade-up-phone");
  }
}
