package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.io.ByteArrayOutputStream;
import java.util.List;

@AutoService(ScanFixture.class)
public final class InternetCensusFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "internet-census";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "443-TCP_SSLSessionReq-1",
            "192.0.2.1\t1343240100\t1\t%s\n192.0.2.2\t1343240100\t5\n192.0.2.3\t1343241000\t1\t%s\n"
                .formatted(
                    quoted(flight(new MadeUpCertificate(1), new MadeUpCertificate(2))),
                    "HTTP/1.1=20400=20BadRequest=0d=0A=0d=0a")));
  }

  /// A hello and the certificates, each in a record of its own.
  static byte[] flight(MadeUpCertificate... chain) {
    var all = new ByteArrayOutputStream();
    for (var certificate : chain) {
      byte[] der = certificate.der();
      all.writeBytes(three(der.length));
      all.writeBytes(der);
    }
    var message = new ByteArrayOutputStream();
    message.write(11);
    message.writeBytes(three(all.size() + 3));
    message.writeBytes(three(all.size()));
    message.writeBytes(all.toByteArray());
    var flight = new ByteArrayOutputStream();
    flight.writeBytes(new byte[] {22, 3, 1, 0, 6, 2, 0, 0, 2, 3, 1});
    flight.writeBytes(new byte[] {22, 3, 1, (byte) (message.size() >> 8), (byte) message.size()});
    flight.writeBytes(message.toByteArray());
    return flight.toByteArray();
  }

  private static byte[] three(int number) {
    return new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
  }

  static String quoted(byte[] bytes) {
    var text = new StringBuilder();
    for (byte b : bytes) text.append("=%02x".formatted(b & 0xff));
    return text.toString();
  }
}
