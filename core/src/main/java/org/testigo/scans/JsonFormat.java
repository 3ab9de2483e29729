package org.testigo.scans;

import java.util.Set;
import java.util.function.Consumer;
import org.testigo.model.scan.ScanRecord;

/// A format whose entries are JSON objects: one per line, or, as interfaces of search engines give
/// them, in one document that [JsonDocument] reads.
interface JsonFormat extends LineFormat {

  /// Whether an entry is of this format, by the paths of keys that stand in it; see [Heads#paths].
  /// The entry may be cut off, and may have keys in any order.
  boolean fits(Set<String> paths);

  /// What an entry says.
  JsonDecoder.Meaning meaning(String file);

  @Override
  default boolean recognises(Head head) {
    return !JsonDocument.isDocument(head.bytes()) && fits(Heads.paths(head.bytes()));
  }

  @Override
  default boolean isFramed(byte[] bytes, int from, int to) {
    return Lines.isBlank(bytes, from, to) || Lines.isObject(bytes, from, to);
  }

  @Override
  default Decoder decoder(Beginning beginning) {
    return new JsonDecoder(beginning, meaning(beginning.file()));
  }

  /// Tells each of several entries; a damaged one does not keep the others from being told.
  ///
  /// @throws org.testigo.model.MalformedException after the last, for the first that was damaged
  static void each(
      Iterable<Json> entries,
      JsonDecoder.Meaning meaning,
      Place place,
      Consumer<ScanRecord> records) {
    var damage = new Damage();
    for (Json entry : entries) damage.unless(() -> meaning.tell(entry, place, records));
    damage.rethrow();
  }
}
