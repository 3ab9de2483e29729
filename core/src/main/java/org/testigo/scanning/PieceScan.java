package org.testigo.scanning;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Prefilter;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.scans.FileFormat;
import org.testigo.scans.LineFormat;
import org.testigo.scans.ScanFormat;

/// One pass through pieces of files, as a machine of a cluster makes it: the same searches and
/// looks as those of [Scan], piece by piece.
///
/// A piece may be scanned by one thread while another scans the next.
public final class PieceScan {
  private final ScanRequest request;
  private final Pass pass;
  private final Looks looks;
  private final Look look;
  private final boolean decodesAll;

  /// @param request of which the inputs and the threads do not matter
  /// @param ties what was found in earlier passes
  public PieceScan(ScanRequest request, Pass pass, Ties ties) {
    this.request = request;
    this.pass = pass;
    this.looks = new Looks(request.rules(), new Views(new Certificates()), ties);
    this.look = looks.look(pass);
    this.decodesAll = false;
  }

  private PieceScan(ScanRequest request, Pass pass, Looks looks, Look look, boolean decodesAll) {
    this.request = request;
    this.pass = pass;
    this.looks = looks;
    this.look = look;
    this.decodesAll = decodesAll;
  }

  /// Decodes everything and asks no rule.
  ///
  /// @param records takes every record
  public static PieceScan decoding(ScanRequest request, Consumer<ScanRecord> records) {
    var looks = new Looks(request.rules(), new Views(new Certificates()), new Ties());
    return new PieceScan(request, Pass.FIRST, looks, (met, part) -> records.accept(met), true);
  }

  /// The same pass, which hands on certificates that stand alone, to be looked at with
  /// [#certificate] when those that are met again were laid together.
  ///
  /// @param bodies takes each
  public PieceScan without(Consumer<CertificateBody> bodies) {
    Look others =
        (met, part) -> {
          if (met instanceof CertificateBody body) bodies.accept(body);
          else look.at(met, part);
        };
    return new PieceScan(request, pass, looks, others, decodesAll);
  }

  /// Looks at a certificate that stands alone.
  public void certificate(CertificateBody body, Part part) {
    look.at(body, part);
  }

  /// Scans a whole file.
  ///
  /// @throws IOException when it cannot be opened
  public Part file(ScanInput input, ScanFormat format) throws IOException {
    try (var opened = OpenedInput.open(input)) {
      return switch (format) {
        case FileFormat document -> document(document, opened);
        case LineFormat lines -> lines(lines, opened, opened.stream(), 1);
      };
    }
  }

  private Part document(FileFormat format, OpenedInput opened) {
    var all = new Gathering(new Part(format.spec().id(), opened.input().name()));
    new FileScan(format, request, look, pass != Pass.AGAIN).scan(opened, all::add);
    return all.part();
  }

  /// Scans whole lines out of a file that is not compressed.
  ///
  /// @param piece the lines
  /// @param firstLine the number of the first one in the file, counted from 1
  /// @throws IOException when the file cannot be opened
  public Part lines(ScanInput input, LineFormat format, InputStream piece, long firstLine)
      throws IOException {
    try (var opened = OpenedInput.open(input)) {
      return lines(format, opened, piece, firstLine);
    }
  }

  private Part lines(LineFormat format, OpenedInput opened, InputStream lines, long firstLine) {
    var beginning = opened.beginning(request.at());
    var scan =
        new LineScan(
            format,
            beginning,
            decodesAll ? Prefilter.EVERYWHERE : looks.prefilter(pass, format),
            looks.before(pass, format),
            look);
    var all = new Gathering(new Part(format.spec().id(), beginning.file()));
    var blocks = new LineBlocks(lines);
    var next = new long[] {firstLine};
    for (var block = blocks.next(new byte[0]);
        block.isPresent();
        block = blocks.next(block.get().bytes())) {
      long first = next[0];
      var part =
          scan.scan(
              block.get().bytes(),
              0,
              block.get().length(),
              count -> {
                next[0] += count;
                return first;
              });
      if (block.get().fault().isPresent()) {
        var fault = block.get().fault().get();
        if (fault.isLine()) next[0]++;
        scan.tell(fault, () -> next[0] - 1, part);
      }
      all.add(part);
    }
    return all.part();
  }

  /// What stands in a row of a table: a record, or why there is none.
  public sealed interface Row {
    /// The row, counted from 1.
    long number();

    /// A record.
    record Read(long number, ScanRecord met) implements Row {}

    /// A row that does not follow the format.
    record Refused(long number, MalformedException why) implements Row {}
  }

  /// Scans rows that somebody else took apart.
  public Part rows(ScanFormat format, String file, Iterator<Row> rows) {
    var all = new Gathering(new Part(format.spec().id(), file));
    var prefilter = looks.prefilter(pass, format);
    var before = looks.before(pass, format);
    while (rows.hasNext()) {
      var part = new Part(format.spec().id(), file);
      switch (rows.next()) {
        case Row.Read(long number, var met) -> row(met, prefilter, before, part);
        case Row.Refused(long number, var why) -> {
          if (before.isEmpty()) {
            part.count(1, 0, 1);
            part.unreadable(new Location.Line(number), Reason.MALFORMED, why.detail());
          }
        }
      }
      all.add(part);
    }
    return all.part();
  }

  private void row(ScanRecord met, Prefilter prefilter, Optional<Prefilter> before, Part part) {
    if (before.isEmpty()) part.count(1, 0, 0);
    if (!mayMatter(prefilter, met)) return;
    look.at(met, part);
    boolean isNew = before.isEmpty() || !mayMatter(before.get(), met);
    if (isNew) part.count(0, 1, 0);
  }

  private static boolean mayMatter(Prefilter prefilter, ScanRecord met) {
    return switch (met) {
      case ServiceSighting service ->
          service.answer().filter(answer -> isIn(prefilter, answer.raw().array())).isPresent()
              || service.chain().stream().anyMatch(link -> isIn(prefilter, link))
              || isIn(prefilter, texts(service));
      case CertificateBody body -> isIn(prefilter, body.der().array());
      default -> true;
    };
  }

  private static boolean isIn(Prefilter prefilter, CertificateLink link) {
    return isIn(prefilter, link.der().orElse(Bytes.EMPTY).array());
  }

  private static boolean isIn(Prefilter prefilter, byte[] bytes) {
    return prefilter.next(bytes, 0, bytes.length) >= 0;
  }

  /// What else rules and ties may ask for: the address, digests, values that the scanner computed.
  private static byte[] texts(ServiceSighting service) {
    var texts = new StringBuilder().append(service.endpoint().address());
    for (CertificateLink link : service.chain()) {
      var id = link.id();
      for (String hex : new String[] {id.sha256(), id.sha1(), id.md5(), id.pemMd5()})
        texts.append(' ').append(hex);
    }
    service.imported().forEach(each -> texts.append(' ').append(each.value()));
    return texts.append('\n').toString().getBytes(US_ASCII);
  }

  /// Lays the parts of a piece together; of sightings that only ties give, no more than matter.
  private static final class Gathering {
    private final Part all;
    private final TiedSightings tied = new TiedSightings();

    Gathering(Part all) {
      this.all = all;
    }

    void add(Part part) {
      all.addAllButTied(part);
      tied.add(part);
    }

    Part part() {
      all.tied(tied);
      return all;
    }
  }
}
