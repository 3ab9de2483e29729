package org.testigo.evidence;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue;
import org.testigo.model.Budget;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// One of the property lists that a backup describes itself with. What of it cannot be read counts
/// as not there: the artifact that reads the list tells of its damage.
///
/// @param state why nothing of it can be read; empty where it can
record BackupPlist(Optional<PlistValue.Dictionary> root, Optional<String> state) {
  /// `Info.plist` carries an icon for every app; the largest seen have some 40 MB.
  private static final int SIZE_AT_MOST_BYTES = 128 << 20;

  static BackupPlist read(BackupFiles files, String name) {
    int index = files.find(name);
    if (index < 0) return new BackupPlist(Optional.empty(), Optional.of(name + " is missing"));
    try (var source = files.open(index)) {
      var value = Plist.parse(source.readAll(SIZE_AT_MOST_BYTES), Budget.unhurried());
      if (value instanceof PlistValue.Dictionary root)
        return new BackupPlist(Optional.of(root), Optional.empty());
      return damaged(name, value.kind() + ", expected a dictionary");
    } catch (MalformedException e) {
      return damaged(name, e.detail());
    } catch (UnsupportedLayoutException e) {
      return damaged(name, e.detail());
    } catch (LimitHitException e) {
      return damaged(name, e.detail());
    } catch (UncheckedIOException e) {
      return damaged(name, String.valueOf(e.getMessage()));
    }
  }

  private static BackupPlist damaged(String name, String detail) {
    return new BackupPlist(
        Optional.empty(), Optional.of("%s cannot be read: %s".formatted(name, detail)));
  }

  Optional<String> text(String key) {
    return soft(() -> root.flatMap(list -> list.text(key)));
  }

  Optional<Instant> date(String key) {
    return soft(() -> root.flatMap(list -> list.date(key))).map(PlistValue.Date::at);
  }

  Optional<byte[]> data(String key) {
    return soft(() -> root.flatMap(list -> list.data(key)));
  }

  Optional<Boolean> truth(String key) {
    return soft(() -> root.flatMap(list -> list.truth(key)));
  }

  BackupPlist dictionary(String key) {
    return new BackupPlist(soft(() -> root.flatMap(list -> list.dictionary(key))), state);
  }

  private static <T> Optional<T> soft(Supplier<Optional<T>> value) {
    try {
      return value.get();
    } catch (MalformedException | LimitHitException e) {
      return Optional.empty();
    }
  }
}
