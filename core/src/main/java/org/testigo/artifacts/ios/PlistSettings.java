package org.testigo.artifacts.ios;

import java.util.List;
import java.util.function.Predicate;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.PlistText;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.plist.PlistValue.Entry;
import org.testigo.model.LimitHitException;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Setting;
import org.testigo.model.Unreadable;

/// The entries of a dictionary as settings.
///
/// @param scope the document, such as `Info`
/// @param dates what the dates in it mean
record PlistSettings(String scope, Moment.Meaning dates, Readings readings) {
  /// More than any setting has; a small list can unfold to an endless one.
  private static final int MAX_CHARACTERS = 100_000;

  /// Gives each entry; one that is damaged is reported and the next are read.
  void readAll(PlistValue.Dictionary list) {
    read(list, "", _ -> true);
  }

  /// Gives each entry that is neither a dictionary nor data, the name with a prefix.
  void readFacts(PlistValue.Dictionary list, String prefix) {
    read(list, prefix, PlistSettings::isFact);
  }

  private static boolean isFact(PlistValue value) {
    return !(value instanceof PlistValue.Dictionary || value instanceof PlistValue.Data);
  }

  private void read(PlistValue.Dictionary list, String prefix, Predicate<PlistValue> wanted) {
    for (Entry entry : list.entries()) {
      var location = new Location.Key(prefix + entry.key());
      try {
        var value = entry.value();
        if (wanted.test(value)) read(prefix + entry.key(), value, location);
      } catch (MalformedException e) {
        readings.unreadable(location, Unreadable.Reason.MALFORMED, e.detail());
      }
    }
  }

  private void read(String name, PlistValue value, Location location) {
    try {
      String line = PlistText.of(value, MAX_CHARACTERS);
      readings.observed(new Setting(scope, name, line), location, moments(value));
    } catch (LimitHitException e) {
      readings.unreadable(location, Unreadable.Reason.LIMIT, e.detail());
    }
  }

  private List<Moment> moments(PlistValue value) {
    return value instanceof PlistValue.Date(var at, String raw)
        ? List.of(new Moment(dates, at, raw))
        : List.of();
  }
}
