package org.testigo.scans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.formats.parquet.Cell;
import org.testigo.formats.parquet.Column;
import org.testigo.formats.parquet.Meaning;
import org.testigo.formats.parquet.RowReader;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;
import org.testigo.scans.ParquetColumns.Said;

/// The rows of a table as records.
final class ParquetRow {
  private final ParquetColumns columns;
  private final RowReader row;
  private final ParquetChain chain;
  private final String file;
  private final Optional<ScanTime> fileTime;

  ParquetRow(ParquetColumns columns, RowReader row, String file, Optional<ScanTime> fileTime) {
    this.columns = columns;
    this.row = row;
    this.chain = new ParquetChain(columns, row);
    this.file = file;
    this.fileTime = fileTime;
  }

  /// Gives what the row that was read last says; nothing where nothing was seen.
  ///
  /// @throws MalformedException when it contradicts itself
  void tell(Consumer<ScanRecord> records) {
    var source = source();
    if (first(Said.ADDRESS).isEmpty()) {
      records.accept(body(source));
      return;
    }
    var service =
        new ServiceSighting(
            endpoint(),
            time().or(() -> fileTime),
            answer(),
            chain.links(),
            imported(),
            text(Said.PUBLISHED_AS),
            text(Said.DATA_SET),
            source);
    if (says(service)) records.accept(service);
  }

  private static boolean says(ServiceSighting service) {
    return service.answer().isPresent()
        || !service.chain().isEmpty()
        || !service.imported().isEmpty()
        || !service.publishedAs().isEmpty();
  }

  /// A value with its column, since the type tells what it stands for.
  private record Met(Cell cell, Column column) {}

  private Optional<Met> first(Said said) {
    for (int place : columns.places(said)) {
      var cell = row.cell(place);
      if (!(cell instanceof Cell.Nothing)) return Optional.of(new Met(cell, columns.column(place)));
    }
    return Optional.empty();
  }

  private String text(Said said) {
    return first(said).map(met -> ParquetCells.text(met.cell())).orElse("");
  }

  private ScanSource source() {
    long number = row.number();
    long entry =
        first(Said.SOURCE_ENTRY)
            .map(met -> ParquetCells.whole(met.cell(), met.column()))
            .orElse(number);
    if (entry < 1)
      throw new MalformedException(-1, "source_entry %d, expected 1 or more".formatted(entry));
    var said = text(Said.SOURCE_FILE);
    return new ScanSource(said.isEmpty() ? file : said, entry);
  }

  private CertificateBody body(ScanSource source) {
    var links = chain.links();
    if (links.size() != 1 || links.getFirst().der().isEmpty())
      throw new MalformedException(
          -1,
          "no ip and a chain of %d, expected one certificate with its der".formatted(links.size()));
    var link = links.getFirst();
    return new CertificateBody(link.id(), link.der().orElseThrow(), source);
  }

  private Endpoint endpoint() {
    int fallback = columns.has(Said.DATA) ? SonarHttp.portOf(file) : 0;
    int port =
        first(Said.PORT).map(met -> Values.port(ParquetCells.text(met.cell()))).orElse(fallback);
    return new Endpoint(address(), port);
  }

  /// Sonar's `host` may be a name where `ip` stands beside it.
  private IpAddress address() {
    String met = "";
    for (int place : columns.places(Said.ADDRESS)) {
      var text = ParquetCells.text(row.cell(place)).strip();
      var address = IpAddress.parse(text);
      if (address.isPresent()) return address.get();
      if (met.isEmpty()) met = text;
    }
    return Values.address(met);
  }

  private Optional<ScanTime> time() {
    var read = first(Said.TIME).map(met -> ParquetCells.time(met.cell(), met.column()));
    var precision = text(Said.PRECISION);
    if (read.isEmpty() || precision.isEmpty()) return read;
    for (Precision known : Precision.values())
      if (known.name().equalsIgnoreCase(precision))
        return Optional.of(new ScanTime(read.get().at(), known));
    throw Values.malformed(precision, "second, quarter_hour, day or month in time_precision");
  }

  private Optional<Answer> answer() {
    var plain = first(Said.ANSWER);
    if (plain.isPresent())
      return answer(ParquetCells.bytes(plain.get().cell(), plain.get().column()), "");
    var data = first(Said.DATA);
    if (data.isEmpty()) return Optional.empty();
    byte[] bytes = ParquetCells.bytes(data.get().cell(), data.get().column());
    boolean isText = data.get().column().meaning() == Meaning.TEXT;
    return answer(isText ? SonarHttp.answer(bytes) : bytes, isText ? "http" : "");
  }

  private Optional<Answer> answer(byte[] raw, String otherwise) {
    if (raw.length == 0) return Optional.empty();
    var protocol = first(Said.PROTOCOL).map(met -> ParquetCells.text(met.cell())).orElse(otherwise);
    return Optional.of(new Answer(new Bytes(raw), protocol, isOrderKnown()));
  }

  private boolean isOrderKnown() {
    var met = first(Said.ORDER_KNOWN);
    if (met.isEmpty()) return true;
    if (met.get().cell() instanceof Cell.Flag(boolean flag)) return flag;
    throw Values.malformed(ParquetCells.text(met.get().cell()), "true or false in order_known");
  }

  private List<ImportedFingerprint> imported() {
    var kind = columns.place(Said.IMPORTED_KIND);
    var value = columns.place(Said.IMPORTED_VALUE);
    if (kind.isEmpty() || value.isEmpty()) return List.of();
    var kinds = row.cells(kind.get());
    var values = row.cells(value.get());
    if (kinds.size() != values.size())
      throw new MalformedException(
          -1, "%d kinds and %d values in imported".formatted(kinds.size(), values.size()));
    var imported = new ArrayList<ImportedFingerprint>();
    for (int i = 0; i < kinds.size(); i++)
      imported.add(
          new ImportedFingerprint(
              ParquetCells.text(kinds.get(i)), ParquetCells.text(values.get(i))));
    return imported;
  }
}
