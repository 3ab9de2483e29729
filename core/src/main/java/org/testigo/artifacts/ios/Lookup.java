package org.testigo.artifacts.ios;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.RowVisitor;

/// Looks rows up by their number, and remembers what they say as long as that is little: memory
/// does not grow with the evidence.
///
/// @param <T> what is read of a row
final class Lookup<C extends Enum<C>, T> {
  private static final int MOST_REMEMBERED = 100_000;

  /// 32 MB of text that is not Latin.
  private static final long MOST_CHARACTERS_REMEMBERED = 16_000_000;

  private final Columns<C> columns;
  private final Function<Row, T> reader;
  private final ToIntFunction<T> characters;
  private final RowVisitor visitor;
  private final Map<Long, Optional<T>> remembered = new HashMap<>();
  private long charactersRemembered;
  private Optional<T> found = Optional.empty();

  /// @param characters how long the texts of an entry are together
  Lookup(
      Columns<C> columns, RowReadings rows, Function<Row, T> reader, ToIntFunction<T> characters) {
    this.columns = columns;
    this.reader = reader;
    this.characters = characters;
    this.visitor = rows.visitor(row -> found = Optional.of(this.reader.apply(row)));
  }

  /// What the row of that number says; empty where it is not there or cannot be read.
  Optional<T> at(long rowid) {
    var known = remembered.get(rowid);
    return known != null ? known : find(rowid);
  }

  private Optional<T> find(long rowid) {
    found = Optional.empty();
    columns.find(rowid, visitor);
    charactersRemembered += found.map(characters::applyAsInt).orElse(0);
    if (remembered.size() >= MOST_REMEMBERED || charactersRemembered > MOST_CHARACTERS_REMEMBERED)
      forget();
    remembered.put(rowid, found);
    return found;
  }

  private void forget() {
    remembered.clear();
    charactersRemembered = found.map(characters::applyAsInt).orElse(0);
  }
}
