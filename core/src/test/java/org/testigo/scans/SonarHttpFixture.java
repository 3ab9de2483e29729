package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Two answers, the second from another port.
@AutoService(ScanFixture.class)
public final class SonarHttpFixture implements ScanFixture {
  static final String ANSWER = "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Length: 5\r\n\r\nhello";

  @Override
  public String formatId() {
    return "sonar-http";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "20131029-http.jsonl",
            line("192.0.2.1", base64(ANSWER))
                + """
                {"data":"%s","port":"8080","path":"/","host":"2001:db8::1","vhost":"example.org"}
                """
                    .formatted(base64("HTTP/1.0 404 Not Found\r\n\r\n"))));
  }

  static String line(String host, String data) {
    return "{\"vhost\": \"%s\", \"host\": \"%s\", \"data\": \"%s\"}\n".formatted(host, host, data);
  }

  static String base64(String answer) {
    return Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.ISO_8859_1));
  }
}
