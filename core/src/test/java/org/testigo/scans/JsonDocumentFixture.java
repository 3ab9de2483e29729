package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class JsonDocumentFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "json-document";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "shodan-host.json",
            """
            {
              "ip_str": "192.0.2.1",
              "data": [
                {"_shodan": {"module": "ftp"}, "ip_str": "192.0.2.1", "port": 21, "data": "220 x"},
                {"_shodan": {"module": "ssh"}, "ip_str": "192.0.2.1", "port": 22, "data": "SSH-2.0-x"}
              ]
            }
            """),
        File.of(
            "binaryedge.json",
            """
            [
              {"origin": {"type": "jarm", "ts": 1631695891033},
               "target": {"ip": "192.0.2.4", "port": 443},
               "result": {"data": {"jarm_hash": "27d3"}}}
            ]
            """));
  }
}
