package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.Subject;

/// Certificates of Project Sonar's SSL study (`20131030_certs`), one per line:
///
///     <40 hexadecimal digits: SHA-1 of the DER form>,<base64 of the DER form>
///
/// A certificate whose digest is another than the line says is refused: it would be joined to hosts
/// that never showed it.
@AutoService(ScanFormat.class)
public final class SonarSslCerts implements LineFormat {
  private static final int DIGEST = 40;
  private static final Pattern FIRST = Pattern.compile("[0-9a-fA-F]{40}, ?M[A-Za-z0-9+/].*");

  @Override
  public Spec spec() {
    return new Spec(
        "sonar-ssl-certs",
        "Rapid7 Project Sonar, SSL certificates",
        List.of(new Carriage(Subject.CERTIFICATE, Carriage.Spelling.BASE64)),
        Order.SHOWS,
        List.of(
            "https://github.com/rapid7/sonar/wiki/SSL-Certificates",
            "https://github.com/citizenlab/spyware-scan/tree/master/ht/ssl/sonar-ssl"));
  }

  @Override
  public boolean recognises(Head head) {
    return FIRST.matcher(Heads.firstLine(head.bytes())).matches();
  }

  @Override
  public boolean isFramed(byte[] bytes, int from, int to) {
    int start = Lines.behindMark(bytes, from, to);
    int end = Lines.beforeSpace(bytes, start, to);
    return start == end || end - start > DIGEST + 1 && bytes[start + DIGEST] == ',';
  }

  @Override
  public Decoder decoder(Beginning beginning) {
    return (bytes, from, to, number, records) ->
        decode(bytes, from, to, new ScanSource(beginning.file(), number), records);
  }

  private static void decode(
      byte[] bytes, int from, int to, ScanSource source, Consumer<ScanRecord> records) {
    int start = Lines.behindMark(bytes, from, to);
    int end = Lines.beforeSpace(bytes, start, to);
    if (start == end) return;
    if (end - start <= DIGEST + 1 || bytes[start + DIGEST] != ',') {
      throw new MalformedException(0, "no comma behind %d digits".formatted(DIGEST));
    }
    String digest =
        Values.digest(new String(bytes, start, DIGEST, StandardCharsets.ISO_8859_1), DIGEST);
    int base64 = Lines.behindSpace(bytes, start + DIGEST + 1, end);
    byte[] der = Base64Bytes.of(bytes, base64, end, "the certificate");
    var id = Certificates.id(der);
    if (!id.sha1().equals(digest)) {
      throw Values.malformed(digest, "the SHA-1 of the certificate, " + id.sha1());
    }
    records.accept(new CertificateBody(id, new Bytes(der), source));
  }
}
