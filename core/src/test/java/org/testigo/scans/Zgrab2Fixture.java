package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class Zgrab2Fixture implements ScanFixture {

  @Override
  public String formatId() {
    return "zgrab2";
  }

  @Override
  public List<File> files() {
    return List.of(File.of("zgrab2.jsonl", http() + ftp()));
  }

  static String http() {
    return """
    {"ip":"192.0.2.1","domain":"example.org","data":{"http":{"status":"success","protocol":"http","result":{"response":{"status_line":"200 OK","status_code":200,"protocol":{"name":"HTTP/1.1","major":1,"minor":1},"headers":{"content_type":["text/html"],"set_cookie":["a=1","b=2"],"unknown":[{"key":"x_y","value":["z"]}]},"body":"\\u003cp\\u003ehello","request":{"url":{"scheme":"https","host":"example.org","path":"/"},"tls_log":{"handshake_log":{"server_certificates":{"certificate":{"raw":"%s"},"chain":[{"raw":"%s"}]}}}}},"redirect_response_chain":[{"status_line":"301 Moved","protocol":{"name":"HTTP/1.1"},"headers":{"location":["https://example.org/"]},"request":{"url":{"scheme":"http","host":"192.0.2.1:8080"}}}]},"timestamp":"2018-04-06T19:37:52Z"}}}
    """
        .formatted(new MadeUpCertificate(1).base64(), new MadeUpCertificate(2).base64());
  }

  private static String ftp() {
    return """
    {"ip":"192.0.2.2","data":{"ftp":{"status":"success","protocol":"ftp","port":21,"result":{"banner":"220 x\\r\\n"},"timestamp":"2018-04-06T19:37:52Z"}}}
    """;
  }
}
