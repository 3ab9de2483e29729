package org.testigo.formats.keyedarchive;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testigo.formats.plist.PlistValue;
import org.testigo.model.MalformedException;

/// A value of a keyed archive. What lies inside a list, a table or an object is decoded when it is
/// taken, each time, so a graph with circles can be held; who walks it must count his steps.
public sealed interface ArchivedValue {

  /// `NSNull`, or the object that stands for nil.
  record Nothing() implements ArchivedValue {}

  /// `NSString` and `NSAttributedString`, mutable or not.
  record Text(String value) implements ArchivedValue {}

  /// `NSURL`, joined with its base.
  record Url(String value) implements ArchivedValue {}

  /// `NSDate`.
  ///
  /// @param raw seconds since 2001-01-01T00:00:00Z, as they stand in the archive
  record Time(Instant at, String raw) implements ArchivedValue {}

  /// `NSUUID`.
  record Uuid(UUID value) implements ArchivedValue {}

  /// A number, truth value, date or data that the property list holds as such; also `NSData`.
  record Plain(PlistValue value) implements ArchivedValue {}

  /// `NSArray`, `NSSet` and their kin, in archive order.
  final class Sequence implements ArchivedValue {
    private final List<ArchivedValue> values;

    Sequence(KeyedArchive archive, List<PlistValue> references) {
      this.values = new Resolved(archive, references);
    }

    public List<ArchivedValue> values() {
      return values;
    }
  }

  /// `NSDictionary`, in archive order: `keys().get(i)` belongs to `values().get(i)`.
  final class Table implements ArchivedValue {
    private final List<ArchivedValue> keys;
    private final List<ArchivedValue> values;

    Table(KeyedArchive archive, List<PlistValue> keys, List<PlistValue> values) {
      if (keys.size() != values.size()) {
        throw new MalformedException(
            -1, "%d NS.keys and %d NS.objects".formatted(keys.size(), values.size()));
      }
      this.keys = new Resolved(archive, keys);
      this.values = new Resolved(archive, values);
    }

    public List<ArchivedValue> keys() {
      return keys;
    }

    public List<ArchivedValue> values() {
      return values;
    }

    /// The value of the first key that is this text.
    public Optional<ArchivedValue> get(String key) {
      for (int i = 0; i < keys.size(); i++) {
        if (keys.get(i) instanceof Text(String text) && text.equals(key)) {
          return Optional.of(values.get(i));
        }
      }
      return Optional.empty();
    }
  }

  /// An object of another class, with its fields.
  final class Named implements ArchivedValue {
    private final KeyedArchive archive;
    private final String className;
    private final PlistValue.Dictionary fields;

    Named(KeyedArchive archive, String className, PlistValue.Dictionary fields) {
      this.archive = archive;
      this.className = className;
      this.fields = fields;
    }

    public String className() {
      return className;
    }

    /// The names of the fields, `$class` left out.
    public List<String> names() {
      return fields.entries().stream()
          .map(PlistValue.Entry::key)
          .filter(key -> !key.equals("$class"))
          .toList();
    }

    public Optional<ArchivedValue> get(String field) {
      return fields.get(field).map(archive::resolve);
    }
  }

  /// The values that references stand for.
  final class Resolved extends AbstractList<ArchivedValue> {
    private final KeyedArchive archive;
    private final List<PlistValue> references;

    private Resolved(KeyedArchive archive, List<PlistValue> references) {
      this.archive = archive;
      this.references = references;
    }

    @Override
    public ArchivedValue get(int index) {
      return archive.resolve(references.get(index));
    }

    @Override
    public int size() {
      return references.size();
    }
  }
}
