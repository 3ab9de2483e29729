package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testigo.formats.tls.ServerCertificates;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Subject;

/// Service probes of the Internet Census 2012 (`443-TCP_SSLSessionReq-1`), one reply per line,
/// columns with a tab between them:
///
///     <address>  <seconds since 1970, rounded to 15 minutes>  <state>  <answer, see CensusText>
///
/// The port is that of the file's name. A line without an answer says nothing. Where the answer is
/// the beginning of a TLS handshake, the certificates are taken from it; a handshake that was cut
/// off gives those that are whole and is told as damaged.
@AutoService(ScanFormat.class)
public final class InternetCensus implements LineFormat {
  private static final Pattern FIRST =
      Pattern.compile(
          "\\d{1,3}(\\.\\d{1,3}){3}\\s+1[34]\\d{8}\\s+\\d{1,2}(\\s.*)?", Pattern.DOTALL);
  private static final Pattern STUDY = Pattern.compile("(?:^|/)(\\d{1,5})-(?:TCP|UDP)_");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");

  @Override
  public Spec spec() {
    return new Spec(
        "internet-census",
        "Internet Census 2012, service probes",
        List.of(
            new Carriage(Subject.ANSWER, Carriage.Spelling.QUOTED_PRINTABLE),
            // The header of a TLS record may stand in the middle of a certificate.
            new Carriage(Subject.CERTIFICATE, Carriage.Spelling.APART)),
        Order.SHOWS,
        List.of(
            "https://archive.org/details/internet-census-2012",
            "https://github.com/citizenlab/spyware-scan/tree/master/ht/ssl/internet-census"));
  }

  @Override
  public boolean recognises(Head head) {
    return FIRST.matcher(Heads.firstLine(head.bytes())).matches();
  }

  @Override
  public boolean isFramed(byte[] bytes, int from, int to) {
    int start = Lines.behindMark(bytes, from, to);
    return Lines.isBlank(bytes, start, to)
        || bytes[start] >= '0' && bytes[start] <= '9' && separator(bytes, start, to) < to;
  }

  @Override
  public Decoder decoder(Beginning beginning) {
    Matcher study = STUDY.matcher(beginning.file());
    int port = study.find() ? Math.min(Integer.parseInt(study.group(1)), 65_535) : 0;
    return (bytes, from, to, number, records) -> {
      int start = Lines.behindMark(bytes, from, to);
      int end = Lines.beforeSpace(bytes, start, to);
      if (end == start) return;
      var place = Place.of(beginning.file(), number, beginning.fileTime());
      tell(bytes, start, end, port, place, records);
    };
  }

  private static void tell(
      byte[] bytes, int from, int to, int port, Place place, Consumer<ScanRecord> records) {
    int addressEnd = separator(bytes, from, to);
    IpAddress address = Values.address(text(bytes, from, addressEnd));
    int timeFrom = behindSeparator(bytes, addressEnd, to);
    int timeEnd = separator(bytes, timeFrom, to);
    ScanTime time = time(text(bytes, timeFrom, timeEnd));
    int stateEnd = separator(bytes, behindSeparator(bytes, timeEnd, to), to);
    byte[] answer = CensusText.bytes(bytes, behindSeparator(bytes, stateEnd, to), to);
    var service = new Service(address, port).at(Optional.of(time));
    if (!ServerCertificates.isHandshake(answer)) {
      service.answer(answer, isHttp(answer) ? "http" : "", true).tell(place, records);
      return;
    }
    var shown = ServerCertificates.read(answer);
    service
        .answer(answer, "tls", true)
        .chain(Certificates.chain(shown.certificates()))
        .tell(place, records);
    shown
        .damage()
        .ifPresent(damage -> {
          throw new MalformedException(-1, "the TLS handshake: " + damage.detail());
        });
  }

  private static boolean isHttp(byte[] answer) {
    return new String(answer, 0, Math.min(5, answer.length), StandardCharsets.ISO_8859_1)
        .equals("HTTP/");
  }

  private static ScanTime time(String written) {
    if (!DIGITS.matcher(written).matches()) {
      throw Values.malformed(written, "seconds since 1970");
    }
    Instant at = Times.epochSeconds(Long.parseLong(written)).at();
    return new ScanTime(at, ScanTime.Precision.QUARTER_HOUR);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static int separator(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\t' && bytes[at] != ' ') at++;
    return at;
  }

  /// Behind one tab, or behind several spaces where a copy has lost the tabs.
  private static int behindSeparator(byte[] bytes, int from, int to) {
    if (from < to && bytes[from] == '\t') return from + 1;
    int at = from;
    while (at < to && bytes[at] == ' ') at++;
    return at;
  }
}
