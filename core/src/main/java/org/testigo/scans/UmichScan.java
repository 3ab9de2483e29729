package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Subject;

/// Which address showed which leaf in the University of Michigan's HTTPS study
/// (`scan_2012-06-10.csv`):
///
///     <address>,<…>,\x<digest of the leaf>,<time>
///
/// The second column is not used. The time is in seconds since 1970-01-01T00:00:00Z or in ISO 8601;
/// an empty one is that of the file. The study asked port 443. Before December 2013 it kept leaves
/// only; chains are in files of their own, see [UmichChains].
@AutoService(ScanFormat.class)
public final class UmichScan implements LineFormat {
  static final int PORT = 443;
  private static final Pattern FIRST =
      Pattern.compile("[0-9a-fA-F.:]{3,45},[^,]{0,60},\"?\\\\x[0-9a-fA-F]{32,64}\"?,[^,]*");
  private static final Pattern DIGITS = Pattern.compile("\\d{9,12}");

  @Override
  public Spec spec() {
    return new Spec(
        "umich-scan",
        "University of Michigan HTTPS study, scans",
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

  private static void tell(List<String> row, Place place, Consumer<ScanRecord> records) {
    if (row.size() < 4) {
      throw new MalformedException(-1, "%d columns, expected 4".formatted(row.size()));
    }
    var leaf = new CertificateLink(1, UmichDigest.of(row.get(2)), Optional.empty());
    new Service(Values.address(row.getFirst()), PORT)
        .at(time(row.get(3).strip()))
        .chain(List.of(leaf))
        .tell(place, records);
  }

  private static Optional<ScanTime> time(String written) {
    if (written.isEmpty()) return Optional.empty();
    return Optional.of(
        DIGITS.matcher(written).matches()
            ? Times.epochSeconds(Long.parseLong(written))
            : Times.iso(written));
  }
}
