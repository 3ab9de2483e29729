package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class NmapXmlFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "nmap-xml";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "nmap.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nmaprun>
            <nmaprun scanner="nmap" start="1368156682">
            <host starttime="1368156690" endtime="1368156699"><status state="up"/>
            <address addr="192.0.2.1" addrtype="ipv4"/><address addr="00:11:22:33:44:55" addrtype="mac"/>
            <ports>
            <port protocol="tcp" portid="21"><state state="open"/><service name="ftp" product="vsftpd" version="3.0.3" method="probed"/><script id="banner" output="220 (vsFTPd 3.0.3)\\x0d\\x0a"/></port>
            <port protocol="tcp" portid="22"><state state="open"/><service name="ssh" method="table"/><script id="ssh-hostkey" output="&#xa;  2048 50:db:75:ba:11:2f:43:c9:ab:14:40:6d:7f:a1:ee:e3 (RSA)&#xa;"/></port>
            <port protocol="tcp" portid="80"><state state="open"/><service name="http" method="table"/><script id="http-headers" output="&#xa;  Server: nginx&#xa;  X: 1&#xa;  &#xa;  (Request type: HEAD)&#xa;"/></port>
            <port protocol="tcp" portid="443"><state state="open"/><service name="https" method="table"/><script id="ssl-cert" output="Subject: x"><table key="subject"><elem key="commonName">x</elem></table><elem key="pem">%s</elem></script></port>
            <port protocol="tcp" portid="25"><state state="closed"/><script id="banner" output="x"/></port>
            </ports></host>
            <host><address addr="192.0.2.2" addrtype="ipv4"/></host>
            </nmaprun>
            """
                .formatted(new MadeUpCertificate(1).pem())));
  }
}
