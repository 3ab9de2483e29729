package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Fingerprints of TLS servers as the JARM program writes them, one server per line:
///
///     example.org,192.0.2.1,27d3ed3ed0003ed1dc42d43d00041d6183ff1bfae51ebd88d70384363d525c
///
/// A host with its port (`example.org:8443`) tells the port, otherwise it is not known. A server
/// that was not found has no address, one that speaks no TLS has 62 zeros; both say nothing.
@AutoService(ScanFormat.class)
public final class JarmCsv implements LineFormat {
  private static final Pattern JARM = Pattern.compile("[0-9a-f]{62}");
  private static final Pattern FIRST =
      Pattern.compile("([^,]{1,255},)?[^,]{1,60},(\\d{1,5},)?[0-9a-fA-F]{62}");
  private static final Pattern PORT_BEHIND_HOST = Pattern.compile("[^:]+:(\\d{1,5})");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final String NO_TLS = "0".repeat(62);

  @Override
  public Spec spec() {
    return new Spec(
        "jarm-csv",
        "JARM, CSV",
        List.of(new Carriage(Subject.IMPORTED, Carriage.Spelling.RAW)),
        Order.SHOWS,
        List.of("https://github.com/salesforce/jarm"));
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
    String jarm = fields.getLast().strip().toLowerCase(Locale.ROOT);
    if (!JARM.matcher(jarm).matches()) {
      throw Values.malformed(fields.getLast(), "62 hexadecimal digits of JARM");
    }
    var address =
        fields.stream().flatMap(field -> IpAddress.parse(field.strip()).stream()).findFirst();
    if (address.isEmpty() || jarm.equals(NO_TLS)) return;
    new Service(address.get(), port(fields))
        .imported(Service.JARM, Optional.of(jarm))
        .tell(place, records);
  }

  private static int port(List<String> fields) {
    var behindHost = PORT_BEHIND_HOST.matcher(fields.getFirst().strip());
    if (behindHost.matches()) return Values.port(behindHost.group(1));
    return fields.stream()
        .map(String::strip)
        .filter(field -> PORT.matcher(field).matches())
        .findFirst()
        .map(Values::port)
        .orElse(0);
  }
}
