package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;

/// One JSON document over several lines, as the interfaces of search engines give it: an entry of a
/// format that has one per line (Shodan, Censys, BinaryEdge, …), or an array of such entries.
///
/// Entries are counted from 1 in the order of the array. At most 256 MB are taken into memory.
@AutoService(ScanFormat.class)
public final class JsonDocument implements FileFormat {
  private static final int MAX_BYTES = 256 << 20;

  @Override
  public Spec spec() {
    return new Spec(
        "json-document",
        "A JSON document of Shodan, Censys, BinaryEdge or another format of JSON lines",
        List.of(),
        Order.SHOWS,
        List.of("https://www.rfc-editor.org/rfc/rfc8259"));
  }

  @Override
  public boolean recognises(Head head) {
    return isDocument(head.bytes()) && formatOf(Heads.paths(head.bytes())).isPresent();
  }

  /// Whether a JSON value goes over several lines, or is an array: no lines of an object each.
  static boolean isDocument(Bytes head) {
    byte[] bytes = head.array();
    int from = Lines.behindMark(bytes, 0, bytes.length);
    from = Lines.behindSpace(bytes, from, bytes.length);
    if (from == bytes.length) return false;
    if (bytes[from] == '[') return true;
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') to++;
    return to < bytes.length && !Lines.isObject(bytes, from, to);
  }

  private static Optional<JsonFormat> formatOf(Set<String> paths) {
    return ScanFormats.all().stream()
        .filter(JsonFormat.class::isInstance)
        .map(JsonFormat.class::cast)
        .filter(format -> format.fits(paths))
        .findFirst();
  }

  @Override
  public long read(
      ByteSource source,
      String file,
      Optional<ScanTime> fileTime,
      Budget budget,
      Consumer<ScanRecord> records,
      Consumer<Unreadable> unreadable) {
    byte[] bytes = source.readAll(MAX_BYTES);
    budget.spendBytes(bytes.length);
    Json document = JsonReader.read(bytes);
    var format =
        formatOf(Heads.paths(new Bytes(bytes)))
            .orElseThrow(() -> new MalformedException(0, "a JSON document of no known format"));
    var meaning = format.meaning(file);
    long entry = 0;
    for (Json item : entries(document)) {
      budget.spendRow();
      var place = Place.of(file, ++entry, fileTime);
      try {
        meaning.tell(item, place, records);
      } catch (MalformedException e) {
        unreadable.accept(damaged(format, place, e));
      }
    }
    return entry;
  }

  private static List<Json> entries(Json document) {
    return document instanceof Json.ArrayValue array
        ? new ArrayList<>(array.items())
        : List.of(document);
  }

  private static Unreadable damaged(JsonFormat format, Place place, MalformedException e) {
    return new Unreadable(
        new Source(
            format.spec().id(),
            place.source().file(),
            new Location.Key("entry " + place.source().entry())),
        Unreadable.Reason.MALFORMED,
        e.detail());
  }
}
