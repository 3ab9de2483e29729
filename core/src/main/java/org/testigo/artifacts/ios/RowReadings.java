package org.testigo.artifacts.ios;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.testigo.artifacts.Readings;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.RowVisitor;
import org.testigo.model.LimitHitException;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Observable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UnsupportedLayoutException;

/// The readings of a table, row by row: collects the moments of a row, and makes of a damaged part
/// of it an unreadable of that row, so that its other parts are still told.
final class RowReadings {
  /// How many places of damage are remembered so that a page that many rows refer to is told once.
  private static final int PLACES_REMEMBERED = 100_000;

  private final Readings readings;
  private final Set<Long> damagedPlaces = new HashSet<>();
  private Location location = Location.WHOLE;
  private List<Moment> moments = new ArrayList<>();
  private boolean isDamaged;

  RowReadings(Readings readings) {
    this.readings = readings;
  }

  /// Reads every row that is visited, each at its place in the table.
  RowVisitor eachRowOf(String table, Consumer<Row> reader) {
    return visitor(row -> {
      at(table, row.rowid());
      reader.accept(row);
    });
  }

  /// Takes rows that are looked up while another one is read.
  RowVisitor visitor(Consumer<Row> reader) {
    return new RowVisitor() {
      @Override
      public void row(Row row) {
        reader.accept(row);
      }

      @Override
      public void damaged(MalformedException damage) {
        RowReadings.this.damaged(damage);
      }
    };
  }

  /// Whether any page or cell could not be read so far: what is not met may then be there.
  boolean isDamaged() {
    return isDamaged;
  }

  private void damaged(MalformedException damage) {
    isDamaged = true;
    boolean isKnown = damagedPlaces.contains(damage.offsetBytes());
    if (!isKnown && damagedPlaces.size() < PLACES_REMEMBERED)
      damagedPlaces.add(damage.offsetBytes());
    if (!isKnown) readings.unreadable(damage);
  }

  /// Begins a row.
  void at(String table, long rowid) {
    location = new Location.Row(table, rowid);
    moments = new ArrayList<>(4);
  }

  void moment(Moment moment) {
    moments.add(moment);
  }

  /// A moment of the row, where its column is there and holds one.
  <C extends Enum<C>> void moment(
      Columns<C> columns, Row row, C column, TimeScale scale, Moment.Meaning meaning) {
    if (columns.isNull(row, column)) return;
    part(column.name(), () -> scale.moment(row, columns.indexOf(column), meaning))
        .ifPresent(moments::add);
  }

  /// A part of the row; where it is damaged or goes beyond a limit of its own, an unreadable tells
  /// so, and the part is empty.
  ///
  /// @param name what the person who reads of the damage knows it as, such as the column
  <T> Optional<T> part(String name, Supplier<Optional<T>> part) {
    try {
      return part.get();
    } catch (MalformedException e) {
      unreadable(Reason.MALFORMED, name + ": " + e.detail());
    } catch (LimitHitException e) {
      unreadable(Reason.LIMIT, name + ": " + e.detail());
    } catch (UnsupportedLayoutException e) {
      unreadable(Reason.UNSUPPORTED, name + ": " + e.detail());
    }
    return Optional.empty();
  }

  void unreadable(Reason reason, String detail) {
    readings.unreadable(location, reason, detail);
  }

  /// Tells what the row says, with the moments collected since it began.
  void observed(Observable object) {
    readings.observed(object, location, moments);
  }
}
