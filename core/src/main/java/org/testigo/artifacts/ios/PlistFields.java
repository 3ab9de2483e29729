package org.testigo.artifacts.ios;

import java.util.Optional;
import java.util.function.Supplier;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.plist.PlistValue.Entry;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable;

/// The fields of one dictionary: a damaged one is reported with its key and counts as not there, so
/// that the others are still told.
///
/// @param path the keys above, each followed by `/`
record PlistFields(PlistValue.Dictionary dictionary, String path, Readings readings) {

  Location location() {
    return path.isEmpty() ? Location.WHOLE : new Location.Key(path.substring(0, path.length() - 1));
  }

  Optional<String> text(String key) {
    return part(key, () -> dictionary.text(key));
  }

  Optional<PlistValue> value(String key) {
    return part(key, () -> dictionary.get(key));
  }

  Optional<PlistValue.Date> date(String key) {
    return part(key, () -> dictionary.date(key));
  }

  /// The dictionary that an entry of this one holds, without looking it up.
  Optional<PlistFields> below(Entry entry) {
    return part(entry.key(), () -> Optional.of(dictionary(entry.value())))
        .map(inner -> new PlistFields(inner, path + entry.key() + "/", readings));
  }

  private static PlistValue.Dictionary dictionary(PlistValue value) {
    if (value instanceof PlistValue.Dictionary dictionary) return dictionary;
    throw new MalformedException(-1, value.kind() + ", expected a dictionary");
  }

  Optional<PlistFields> below(String key) {
    return part(key, () -> dictionary.dictionary(key))
        .map(inner -> new PlistFields(inner, path + key + "/", readings));
  }

  Optional<PlistValue.Array> array(String key) {
    return part(key, () -> dictionary.array(key));
  }

  /// What a value of the key is taken for; empty, and reported, where it cannot be that.
  <T> Optional<T> converted(String key, Supplier<T> value) {
    return part(key, () -> Optional.of(value.get()));
  }

  private <T> Optional<T> part(String key, Supplier<Optional<T>> part) {
    try {
      return part.get();
    } catch (MalformedException e) {
      malformed(key, e.detail());
      return Optional.empty();
    }
  }

  void malformed(String key, String detail) {
    readings.unreadable(new Location.Key(path + key), Unreadable.Reason.MALFORMED, detail);
  }
}
