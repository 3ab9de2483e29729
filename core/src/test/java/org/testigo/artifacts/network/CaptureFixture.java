package org.testigo.artifacts.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.auto.service.AutoService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.traffic.MadeUpCapture;

/// A made-up minute: a name is asked for, a server contacted, a page opened in the clear.
@AutoService(ArtifactFixture.class)
public final class CaptureFixture implements ArtifactFixture {
  static final String PHONE = "192.0.2.10";

  @Override
  public String artifactId() {
    return "network.capture";
  }

  static byte[] minute() {
    return new MadeUpCapture()
        .udp(PHONE, 40_000, "192.0.2.1", 53, MadeUpCapture.question(7, "c2.example.org"))
        .udp(
            "192.0.2.1",
            53,
            PHONE,
            40_000,
            MadeUpCapture.answer(7, "c2.example.org", "198.51.100.7"))
        .tcp(PHONE, 50_000, "198.51.100.7", 443, 999, MadeUpCapture.SYN, new byte[0])
        .tcp("198.51.100.7", 443, PHONE, 50_000, 4999, 18, new byte[0])
        .tcp(PHONE, 50_000, "198.51.100.7", 443, 1000, 16, MadeUpCapture.hello("c2.example.org"))
        .after(58_000)
        .tcp(
            PHONE,
            50_001,
            "198.51.100.8",
            80,
            1,
            16,
            "GET /a?imei=490154203237518 HTTP/1.1\r\nHost: www.example.org\r\n\r\n"
                .getBytes(US_ASCII))
        .tcp(
            "198.51.100.8",
            80,
            PHONE,
            50_001,
            1,
            16,
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII))
        .bytes();
  }

  static byte[] packed(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      packing.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of("pcap", "capture", "phone.pcap", minute()),
        File.of("pcap in gzip", "capture", "phone.pcap.gz", packed(minute())));
  }
}
