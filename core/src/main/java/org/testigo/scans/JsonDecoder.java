package org.testigo.scans;

import java.util.function.Consumer;
import org.testigo.model.scan.ScanRecord;

/// Decodes lines of one JSON object each.
record JsonDecoder(LineFormat.Beginning beginning, Meaning meaning) implements LineFormat.Decoder {

  /// What an object says in one format.
  interface Meaning {
    void tell(Json entry, Place place, Consumer<ScanRecord> records);
  }

  @Override
  public void decode(byte[] bytes, int from, int to, long number, Consumer<ScanRecord> records) {
    if (Lines.isBlank(bytes, from, to)) return;
    Json entry = JsonReader.read(bytes, from, to);
    meaning.tell(entry, Place.of(beginning.file(), number, beginning.fileTime()), records);
  }
}
