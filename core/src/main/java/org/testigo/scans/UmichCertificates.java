package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.Subject;

/// Certificates of the University of Michigan's HTTPS study (`certificates.csv`): 44 columns, as
/// its database wrote them. Column 2 is the digest of the DER form, marked `\x`; 3 the serial
/// number, 6 the subject, 7 the issuer, 20 the extended key usage, 21 the authority key identifier.
///
/// A certificate is given where a column holds its DER form, in hexadecimal marked `\x` or in
/// base64. Where none does, the row is refused: what its columns say of the certificate cannot be
/// checked against the certificate. A subject with a line break breaks its row in two, and both are
/// refused.
@AutoService(ScanFormat.class)
public final class UmichCertificates implements LineFormat {
  private static final int COLUMNS = 44;
  private static final int DIGEST_COLUMN = 1;
  private static final Pattern FIRST =
      Pattern.compile("[^,]{0,40},\"?\\\\x[0-9a-fA-F]{32,64}\"?,.*");

  /// A DER sequence with a length of two bytes, which every certificate is.
  private static final Pattern HEX_DER = Pattern.compile("(?:\\\\x|0x)?3082[0-9a-fA-F]{200,}");

  private static final Pattern BASE64_DER = Pattern.compile("MII[A-Za-z0-9+/]{150,}={0,2}");

  @Override
  public Spec spec() {
    return new Spec(
        "umich-certificates",
        "University of Michigan HTTPS study, certificates",
        List.of(
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.HEX),
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.BASE64)),
        Order.SHOWS,
        List.of(
            "https://scans.io/study/umich-https",
            "https://github.com/citizenlab/spyware-scan/tree/master/ht/ssl/umich-https"));
  }

  @Override
  public boolean recognises(Head head) {
    String first = Heads.firstLine(head.bytes());
    return FIRST.matcher(first).matches() && first.chars().filter(c -> c == ',').count() > 20;
  }

  @Override
  public boolean isFramed(byte[] bytes, int from, int to) {
    return Lines.isBlank(bytes, from, to) || Lines.has(bytes, from, to, ',');
  }

  @Override
  public Decoder decoder(Beginning beginning) {
    return (bytes, from, to, number, records) -> {
      if (Lines.isBlank(bytes, from, to)) return;
      tell(CsvFields.of(bytes, from, to), new ScanSource(beginning.file(), number), records);
    };
  }

  private static void tell(List<String> row, ScanSource source, Consumer<ScanRecord> records) {
    if (row.size() != COLUMNS) {
      throw new MalformedException(-1, "%d columns, expected %d".formatted(row.size(), COLUMNS));
    }
    byte[] der =
        row.stream()
            .flatMap(column -> der(column).stream())
            .findFirst()
            .orElseThrow(() -> new MalformedException(-1, "no column holds the certificate"));
    var id = Certificates.id(der);
    var named = UmichDigest.of(row.get(DIGEST_COLUMN));
    if (!named.isSame(id)) {
      throw Values.malformed(row.get(DIGEST_COLUMN), "the digest of the certificate, " + id.sha1());
    }
    records.accept(new CertificateBody(id, new Bytes(der), source));
  }

  private static Optional<byte[]> der(String column) {
    if (HEX_DER.matcher(column).matches()) {
      String digits = column.substring(column.indexOf("3082"));
      return digits.length() % 2 == 0
          ? Optional.of(HexFormat.of().parseHex(digits))
          : Optional.empty();
    }
    if (!BASE64_DER.matcher(column).matches()) return Optional.empty();
    byte[] base64 = column.getBytes(StandardCharsets.ISO_8859_1);
    return Optional.of(Base64Bytes.of(base64, 0, base64.length, "the certificate"));
  }
}
