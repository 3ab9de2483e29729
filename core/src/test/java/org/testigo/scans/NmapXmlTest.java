package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;

class NmapXmlTest {
  private static final ScanFormat FORMAT = new NmapXml();
  private static final String END = "2013-05-10T03:31:39Z";

  @Test
  void openPorts() {
    var file = new NmapXmlFixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 21)
                .at(END)
                .answer("220 (vsFTPd 3.0.3)\r\n", "ftp", true)
                .imported("nmap-service", "vsftpd 3.0.3")
                .from("nmap.xml", 1),
            Expected.service("192.0.2.1", 22)
                .at(END)
                .imported("ssh-hostkey", "RSA 50:db:75:ba:11:2f:43:c9:ab:14:40:6d:7f:a1:ee:e3")
                .from("nmap.xml", 1),
            Expected.service("192.0.2.1", 80)
                .at(END)
                .answer("Server: nginx\r\nX: 1\r\n", "http-headers", true)
                .from("nmap.xml", 1),
            Expected.service("192.0.2.1", 443)
                .at(END)
                .chain(new MadeUpCertificate(1))
                .from("nmap.xml", 1));
  }

  @Test
  void aDamagedPortDoesNotKeepTheOthersFromBeingRead() {
    var text =
        """
        <nmaprun><host><address addr="192.0.2.1"/>
        <port portid="70000"><state state="open"/><script id="banner" output="x"/></port>
        <port portid="1"><state state="open"/><script id="ssl-cert"><elem key="pem">-----BEGIN CERTIFICATE-----</elem></script></port>
        <port portid="2"><state state="open"/><script id="banner" output="y"/></port>
        </host></nmaprun>\
        """;
    var read = ScanRead.of(FORMAT, "x", text);
    assertThat(read.records())
        .containsExactly(Expected.service("192.0.2.1", 2).answer("y", "", true).from("x", 1));
    assertThat(read.refused())
        .containsExactly(
            "'70000', expected a port, 0 to 65535", "a certificate without its end line");
  }

  @Test
  void whatWasReadBeforeTheCutIsKept() {
    var whole = new NmapXmlFixture().files().getFirst().content();
    var cut = new String(whole, StandardCharsets.UTF_8);
    var read = ScanRead.of(FORMAT, "x", cut.substring(0, cut.indexOf("portid=\"80\"")));
    assertThat(read.records()).hasSize(2);
    assertThat(read.refused())
        .containsExactly(
            "XML that is not well-formed: XML document structures must start and end within the same entity.");
  }

  @Test
  void theCorpus() {
    Map<String, Integer> services = new LinkedHashMap<>();
    for (Path file : Corpus.filesBelow("scans/nmap")) {
      var name = String.valueOf(file.getFileName());
      if (!FORMAT.recognises(ScanRead.head(name, Corpus.read(file)))) continue;
      var read = ScanRead.of(FORMAT, file);
      services.put(name, read.records().size());
      // An excerpt without addresses.
      assertThat(read.refused()).as(name).hasSize(name.equals("test_osclass.xml") ? 7 : 0);
    }
    assertThat(services)
        .hasSize(14)
        .containsEntry("1_hosts_banner.xml", 4)
        .containsEntry("1_hosts_banner_ports.xml", 2)
        .containsEntry("1_os_banner_scripts.xml", 7)
        .containsEntry("full_sudo5.xml", 6);
    assertThat(services.values().stream().mapToInt(it -> it)).hasSize(14);
    assertThat(services.values().stream().mapToInt(it -> it).sum()).isEqualTo(19);
  }

  @Test
  void firstAndLastOfTheCorpus() {
    var read = ScanRead.of(FORMAT, Corpus.path("scans/nmap/full_sudo5.xml"));
    assertThat(read.records())
        .startsWith(
            Expected.service("192.168.1.1", 23)
                .at("2014-05-08T22:03:11Z")
                .imported("nmap-service", "Sagem router telnetd")
                .from("full_sudo5.xml", 3))
        .contains(
            Expected.service("192.168.1.4", 22)
                .at("2014-05-08T22:03:44Z")
                .imported("ssh-hostkey", "DSA 68:60:de:c2:2b:c6:16:d8:5b:88:be:e3:cc:a1:25:75")
                .imported("ssh-hostkey", "RSA 50:db:75:ba:11:2f:43:c9:ab:14:40:6d:7f:a1:ee:e3")
                .imported("nmap-service", "OpenSSH 5.9p1 Debian 5ubuntu1")
                .from("full_sudo5.xml", 5))
        .endsWith(
            Expected.service("192.168.1.5", 5357)
                .at("2014-05-08T22:05:21Z")
                .imported("nmap-service", "Microsoft HTTPAPI httpd 2.0")
                .from("full_sudo5.xml", 256));
  }

  @Test
  void headersAsTheyCame() {
    var read = ScanRead.of(FORMAT, Corpus.path("scans/nmap/1_os_banner_scripts.xml"));
    assertThat(ScanRead.answer(read.services().get(2)))
        .startsWith("Date: ")
        .endsWith("Content-Type: text/html; charset=UTF-8\r\n");
  }

  @Test
  void noEntityIsResolved() {
    var local = ScanRead.of(FORMAT, Corpus.path("scans/nmap/defused_et_local_includer.xml"));
    assertThat(local.records()).isEmpty();
    assertThat(local.refused()).containsExactly("'root', expected the element nmaprun");
    var text =
        "<!DOCTYPE nmaprun [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><nmaprun><host>&e;</host></nmaprun>";
    assertThat(ScanRead.of(FORMAT, "x", text).refused())
        .containsExactly("the entity 'e', expected none");
    var inAttribute =
        "<!DOCTYPE nmaprun [<!ENTITY e \"192.0.2.1\">]><nmaprun><host><address addr=\"&e;\"/></host></nmaprun>";
    assertThat(ScanRead.of(FORMAT, "x", inAttribute).records()).isEmpty();
  }

  @Test
  void hostileFilesOfTheCorpus() {
    Map<String, List<String>> endings = new LinkedHashMap<>();
    for (var folder : List.of("hostile/generated/xml", "hostile/go-fuzz/xml/corpus")) {
      for (Path file : Corpus.filesBelow(folder)) {
        var read = ScanRead.of(FORMAT, file);
        assertThat(read.records()).isEmpty();
        endings.put(String.valueOf(file.getFileName()), read.refused());
      }
    }
    assertThat(endings).hasSize(29);
    assertThat(endings.values()).allSatisfy(it -> assertThat(it).hasSize(1));
    assertThat(endings)
        .containsEntry("billion_laughs_nmap.xml", List.of("the entity 'a9', expected none"))
        .containsEntry("xxe_nmap.xml", List.of("the entity 'x', expected none"));
  }
}
