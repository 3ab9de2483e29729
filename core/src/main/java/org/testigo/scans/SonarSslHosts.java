package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Which address showed which certificates in Project Sonar's SSL study (`20131030_hosts`), one
/// address per line:
///
///     <address>,<SHA-1 of the first certificate>[,<SHA-1 of the next>…]
///
/// The certificates stand in the order in which they were shown, the leaf first. The study asked
/// port 443; the time is that of the file.
@AutoService(ScanFormat.class)
public final class SonarSslHosts implements LineFormat {
  private static final int PORT = 443;
  private static final Pattern FIRST = Pattern.compile("[0-9a-fA-F.:]{3,45}(, ?[0-9a-fA-F]{40})+");

  @Override
  public Spec spec() {
    return new Spec(
        "sonar-ssl-hosts",
        "Rapid7 Project Sonar, SSL hosts",
        List.of(new Carriage(Subject.CERTIFICATE, Carriage.Spelling.APART)),
        Order.JOINS,
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
    return Lines.isBlank(bytes, from, to) || Lines.has(bytes, from, to, ',');
  }

  @Override
  public Decoder decoder(Beginning beginning) {
    return (bytes, from, to, number, records) -> {
      if (Lines.isBlank(bytes, from, to)) return;
      var place = Place.of(beginning.file(), number, beginning.fileTime());
      tell(CsvFields.of(bytes, from, to), place, records);
    };
  }

  private static void tell(List<String> fields, Place place, Consumer<ScanRecord> records) {
    if (fields.size() < 2) throw new MalformedException(-1, "no digest behind the address");
    List<CertificateLink> chain = new ArrayList<>();
    for (String digest : fields.subList(1, Math.min(fields.size(), 1 + Certificates.MAX_CHAIN))) {
      var id = CertificateId.ofSha1(Values.digest(digest, 40));
      chain.add(new CertificateLink(chain.size() + 1, id, Optional.empty()));
    }
    new Service(Values.address(fields.getFirst()), PORT).chain(chain).tell(place, records);
  }
}
