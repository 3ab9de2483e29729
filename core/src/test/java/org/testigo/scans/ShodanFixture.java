package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class ShodanFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "shodan";
  }

  @Override
  public List<File> files() {
    return List.of(File.of("shodan.jsonl", line() + SSH));
  }

  private static final String SSH =
      """
      {"_shodan":{"module":"ssh"},"ip":3221225986,"port":22,"timestamp":"2020-06-08T15:54:02.612206","data":"SSH-2.0-x\\nKey type: ssh-rsa\\n","transport":"tcp"}
      """;

  static String line() {
    return """
    {"ip_str":"192.0.2.1","port":443,"_shodan":{"module":"https"},"timestamp":"2023-07-15T08:18:18.281489","data":"HTTP/1.1 200 OK\\r\\nServer: x\\r\\n\\r\\n","http":{"html":"<p>\\u00e9","favicon":{"hash":-12}},"ssl":{"chain":["%s","%s"],"jarm":"27d3","ja3s":"7f51"}}
    """
        .formatted(new MadeUpCertificate(1).pemEscaped(), new MadeUpCertificate(2).pemEscaped());
  }
}
