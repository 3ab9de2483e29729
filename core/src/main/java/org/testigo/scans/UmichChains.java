package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Which address showed which chain in the University of Michigan's HTTPS study
/// (`chains_432_2013-12-28`), columns with white space between them:
///
///     <address> <digest of the leaf> [<digests of the others, with , ; : or | between them>]
///
/// A third column that holds anything but digests is the number of the chain in the study's
/// database, and is not used. The study asked port 443; the time is that of the file.
@AutoService(ScanFormat.class)
public final class UmichChains implements LineFormat {
  private static final Pattern FIRST =
      Pattern.compile("[0-9a-fA-F.:]{3,45}\\s+(\\\\x)?[0-9a-fA-F]{32,64}(\\s+\\S+)?");
  private static final Pattern WHITE = Pattern.compile("\\s+");
  private static final Pattern DIGESTS =
      Pattern.compile("[0-9a-fA-F]{32,64}([,;:|][0-9a-fA-F]{32,64})*");

  @Override
  public Spec spec() {
    return new Spec(
        "umich-chains",
        "University of Michigan HTTPS study, chains",
        List.of(new Carriage(Subject.CERTIFICATE, Carriage.Spelling.APART)),
        Order.JOINS,
        List.of(
            "https://scans.io/study/umich-https",
            "https://github.com/citizenlab/spyware-scan/tree/master/ht/ssl/umich-https"));
  }

  @Override
  public boolean recognises(Head head) {
    return FIRST.matcher(Heads.firstLine(head.bytes())).matches();
  }

  @Override
  public boolean isFramed(byte[] bytes, int from, int to) {
    int end = Lines.beforeSpace(bytes, from, to);
    return end == from || Lines.has(bytes, from, end, ' ') || Lines.has(bytes, from, end, '\t');
  }

  @Override
  public Decoder decoder(Beginning beginning) {
    return (bytes, from, to, number, records) -> {
      if (Lines.isBlank(bytes, from, to)) return;
      int start = Lines.behindMark(bytes, from, to);
      var line = new String(bytes, start, to - start, StandardCharsets.ISO_8859_1).strip();
      tell(WHITE.split(line, 4), Place.of(beginning.file(), number, beginning.fileTime()), records);
    };
  }

  private static void tell(String[] row, Place place, Consumer<ScanRecord> records) {
    if (row.length < 2) throw new MalformedException(-1, "no digest behind the address");
    List<CertificateLink> chain = new ArrayList<>();
    chain.add(new CertificateLink(1, UmichDigest.of(row[1]), Optional.empty()));
    if (row.length > 2 && DIGESTS.matcher(row[2]).matches()) {
      for (String digest : row[2].split("[,;:|]", Certificates.MAX_CHAIN)) {
        var id = UmichDigest.of(digest);
        chain.add(new CertificateLink(chain.size() + 1, id, Optional.empty()));
      }
    }
    new Service(Values.address(row[0]), UmichScan.PORT).chain(chain).tell(place, records);
  }
}
